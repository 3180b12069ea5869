import { css } from 'lit';

export const designerStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .work {
    display: grid;
    grid-template-columns: 216px minmax(0, 1fr) 296px;
    flex: 1;
    min-height: 0;
  }
  aside {
    min-height: 0;
    background: var(--rl-surface);
    overflow: auto;
    scrollbar-width: thin;
  }
  .left {
    display: flex;
    flex-direction: column;
    border-right: 1px solid var(--rl-line);
    overflow: hidden;
  }
  .left rl-tabs {
    flex: none;
    padding: 0 12px;
  }
  .panel {
    flex: 1;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  .right {
    border-left: 1px solid var(--rl-line);
  }
  .sample {
    display: grid;
    gap: 4px;
    padding: 10px 14px;
    border-bottom: 1px solid var(--rl-line);
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  rl-skeleton {
    padding: 24px;
  }
  @media (max-width: 1000px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) minmax(0, 44%);
    }
    .left {
      grid-row: 2;
      border: 0;
      border-top: 1px solid var(--rl-line);
    }
    .right {
      display: none;
      grid-row: 2;
      grid-column: 1;
      margin-top: 36px;
      border: 0;
    }
    [data-side='set'] .right {
      display: block;
    }
  }
`;
