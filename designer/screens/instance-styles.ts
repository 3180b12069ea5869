import { css } from 'lit';

export const instanceStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 400px;
    flex: 1;
    min-height: 0;
  }
  .diagram {
    position: relative;
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  aside {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-left: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 16px;
    padding: 14px 16px 12px;
  }
  dt {
    color: var(--rl-muted);
  }
  .incidents {
    display: grid;
    gap: 8px;
    max-height: 46%;
    padding: 0 16px 12px;
    overflow-y: auto;
  }
  rl-tabs {
    padding: 0 16px;
  }
  .pane {
    flex: 1;
    min-height: 0;
    padding: 6px 10px 24px 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 8px;
    padding: 8px 6px;
    border-bottom: 1px solid var(--rl-line);
  }
  .item .more {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .stuck {
    color: var(--rl-warn-text);
  }
  a.subject {
    color: var(--rl-accent-text);
  }
  a.subject:hover {
    text-decoration: underline;
  }
  @media (max-width: 900px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(180px, 36%) minmax(0, 1fr);
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--rl-line);
      overflow-y: auto;
    }
    .incidents {
      max-height: none;
      overflow: visible;
    }
    .pane {
      flex: none;
      overflow: visible;
    }
  }
`;
