import { css } from 'lit';

export const designerStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--rl-page);
  }
  .work {
    display: grid;
    grid-template-columns: 196px minmax(0, 1fr) 308px;
    flex: 1;
    min-height: 0;
  }
  .work[hidden] {
    display: none;
  }
  rl-trial {
    flex: 1;
  }
  .work.read-only {
    grid-template-columns: minmax(0, 1fr);
  }
  rl-step-palette {
    border-right: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  rl-flow-panel {
    border-left: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  .middle {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }
  .stage {
    position: relative;
    display: grid;
    grid-row: 2;
    min-width: 0;
    min-height: 0;
  }
  rl-problem-list {
    position: absolute;
    left: 12px;
    bottom: 12px;
    width: min(520px, calc(100% - 120px));
    z-index: 5;
  }
  @media (max-width: 1080px) {
    .work:not(.read-only) {
      grid-template-columns: 168px minmax(0, 1fr) 272px;
    }
  }
  @media (max-width: 720px) {
    .work:not(.read-only) {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) minmax(0, 44%);
    }
    rl-step-palette {
      display: none;
    }
    rl-flow-panel {
      border-left: 0;
      border-top: 1px solid var(--rl-line);
    }
    rl-problem-list {
      display: none;
    }
  }
`;
