import { css } from 'lit';

export const pageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .about {
    max-width: 110ch;
    padding: 8px 16px 0;
    color: var(--rl-muted);
  }
  rl-empty rl-select {
    width: 240px;
  }
  rl-filter-bar {
    padding: 6px 16px;
    border-bottom: 1px solid var(--rl-line);
  }
  .split {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  rl-report-panel {
    flex: none;
    width: 300px;
    padding: 12px 16px 24px;
    border-right: 1px solid var(--rl-line);
    overflow: auto;
  }
  .answer {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 8px;
    min-width: 0;
    min-height: 0;
    padding: 12px 16px 16px;
    background: var(--rl-surface);
    overflow: auto;
  }
  .answer[aria-busy='true'] rl-report-answer {
    opacity: 0.6;
    transition: opacity var(--rl-motion);
  }
  rl-report-answer {
    flex: 1;
  }
  @media (max-width: 720px) {
    .split {
      flex-direction: column;
      overflow: auto;
    }
    rl-report-panel {
      width: auto;
      border-right: 0;
      border-bottom: 1px solid var(--rl-line);
      overflow: visible;
    }
    .answer {
      flex: none;
      min-height: 60dvh;
      overflow: visible;
    }
  }
  @media print {
    rl-bar [slot='actions'],
    rl-filter-bar,
    rl-report-panel {
      display: none;
    }
    :host,
    .split,
    .answer {
      display: block;
      height: auto;
      overflow: visible;
    }
  }
`;
