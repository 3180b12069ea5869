import { css } from 'lit';

export const dashboardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 6px 16px;
    border-bottom: 1px solid var(--rl-line);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    align-content: start;
    gap: 12px;
    flex: 1;
    min-height: 0;
    padding: 16px;
    overflow: auto;
  }
  .tile {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: 10px 14px 12px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
  }
  .tile.tall {
    min-height: 290px;
  }
  .tile > rl-figure {
    flex: 1;
  }
  .plain {
    border: 0;
    padding: 8px 2px 0;
    background: none;
  }
  .broken {
    border-style: dashed;
    border-color: var(--rl-warn);
    background: var(--rl-warn-soft);
    color: var(--rl-warn-text);
  }
  h2 {
    font-weight: 600;
  }
  :host(:fullscreen) {
    background: var(--rl-page);
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    rl-bar [slot='actions'] {
      display: none;
    }
    .grid {
      padding: 12px 0 0;
      overflow: visible;
    }
    .tile {
      break-inside: avoid;
    }
  }
  @media (max-width: 720px) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      padding: 12px;
    }
  }
`;
