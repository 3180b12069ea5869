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
    padding: var(--rl-grid-padding, 16px);
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
    min-height: calc(var(--rl-chart-height, 240px) + 50px);
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
  .as-of {
    display: none;
    padding: 8px 16px 0;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  :host([picturing]) {
    /* What it stands in would fit it into the window. */
    flex: none !important;
    height: max-content;
    min-height: 100%;
    background: var(--rl-page);
  }
  :host([picturing]) .as-of {
    display: block;
  }
  :host([picturing]) .grid {
    flex: none;
    overflow: visible;
  }
  :host([picturing]) .filters,
  :host([picturing]) [slot='actions'] {
    display: none;
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    rl-bar {
      padding: 0;
      border: 0;
    }
    .as-of {
      display: block;
      padding: 0;
    }
    .filters,
    rl-bar [slot='actions'] {
      display: none;
    }
    .grid {
      overflow: visible;
    }
    .tile {
      break-inside: avoid;
    }
  }
  @media (max-width: 720px) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      padding: var(--rl-grid-padding, 12px);
    }
  }
`;
