import { css } from 'lit';

export const trialStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    background: var(--rl-page);
  }
  :host([hidden]) {
    display: none;
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 6px 16px;
    border-bottom: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  rl-picker {
    width: 260px;
  }
  rl-filter-bar {
    padding: 0;
    border: 0;
    min-height: 28px;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .chosen button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 220px;
    height: 24px;
    padding: 0 8px;
    border: 0;
    border-radius: 12px;
    background: var(--rl-accent-soft);
    color: var(--rl-accent-text);
    font: inherit;
    font-size: var(--rl-size-small);
    cursor: pointer;
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(380px, 36%);
    min-height: 0;
  }
  .stage {
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
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  rl-skeleton {
    padding: 16px;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--rl-line);
    color: var(--rl-muted);
  }
  progress {
    flex: 1;
    min-width: 60px;
    height: 4px;
    accent-color: var(--rl-accent);
  }
  .muted {
    color: var(--rl-muted);
  }
  @media (max-width: 1080px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(180px, 2fr) minmax(200px, 3fr);
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--rl-line);
    }
  }
  @media (max-width: 720px) {
    .choose {
      padding: 6px 12px;
    }
    .segmented button {
      height: 32px;
    }
    rl-picker {
      width: 100%;
    }
    .grow {
      flex-basis: 100%;
    }
  }
`;
