import { css } from 'lit';

export const targetStyles = css`
  :host {
    display: block;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    padding-bottom: 8px;
  }
  header strong {
    min-width: 44px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  header .muted {
    margin-left: 12px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 2px 4px;
    border-bottom: 1px solid var(--rl-line);
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  thead th,
  .group th,
  .spread th,
  .spread td {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    max-width: 220px;
    padding-left: 0;
    overflow: hidden;
    background: var(--rl-surface);
    text-align: left;
    text-overflow: ellipsis;
  }
  .group th {
    padding-top: 14px;
    font-weight: 600;
  }
  .team th,
  tfoot th,
  .sum {
    font-weight: 600;
  }
  td .control {
    min-width: 56px;
    height: 28px;
    padding: 0 6px;
    border-color: transparent;
    background: none;
    text-align: right;
  }
  td .control:hover {
    border-color: var(--rl-line-strong);
  }
  td .control:focus {
    border-color: var(--rl-accent);
    background: var(--rl-surface);
  }
  .sum {
    padding-left: 12px;
  }
  tfoot tr:first-child > * {
    border-top: 1px solid var(--rl-line-strong);
  }
  tfoot th,
  tfoot td {
    padding: 6px 10px 6px 4px;
  }
  .spread td {
    padding-right: 10px;
  }
  @media (max-width: 720px) {
    td .control {
      min-width: 84px;
    }
  }
  .add {
    display: block;
    max-width: 260px;
    padding-top: 12px;
  }
`;
