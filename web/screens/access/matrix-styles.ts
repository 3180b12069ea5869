import { css } from 'lit';

export const matrixStyles = css`
  :host {
    display: block;
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    height: var(--rl-row);
    padding: 0 8px;
    border-bottom: 1px solid var(--rl-line);
    text-align: left;
    font-weight: 400;
  }
  tr:last-child > * {
    border-bottom: 0;
  }
  thead th {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    white-space: nowrap;
  }
  thead .cell {
    padding: 0 4px;
  }
  tr.open > * {
    border-bottom-color: transparent;
    background: var(--rl-sunken);
  }
  .cell {
    width: 64px;
    padding: 0;
    text-align: center;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 6px;
    width: 100%;
    max-width: 200px;
    min-height: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  .name rl-icon {
    color: var(--rl-muted);
  }
  .box {
    display: inline-grid;
    place-items: center;
    width: 32px;
    height: 28px;
    padding: 0;
    border: 0;
    border-radius: var(--rl-radius);
    background: none;
    color: var(--rl-muted);
    cursor: pointer;
  }
  .box:hover:not(:disabled) {
    background: var(--rl-hover);
  }
  .box:disabled {
    cursor: default;
  }
  .box.no rl-icon {
    opacity: 0.45;
  }
  .box.all {
    color: var(--rl-good-text);
  }
  .box.some {
    color: var(--rl-accent-text);
  }
  .records {
    min-width: 200px;
  }
  td.records {
    color: var(--rl-muted);
  }
  td.records > * {
    vertical-align: middle;
  }
  .words {
    display: inline-block;
    max-width: 260px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .details {
    padding: 0;
    height: auto;
    background: var(--rl-sunken);
  }
  @media (max-width: 720px) {
    tbody th:first-child,
    thead th:first-child {
      position: sticky;
      left: 0;
      background: var(--rl-surface);
    }
    .name {
      width: 132px;
    }
    .details > * {
      position: sticky;
      left: 0;
      display: block;
      width: calc(100vw - 26px);
    }
  }
`;
