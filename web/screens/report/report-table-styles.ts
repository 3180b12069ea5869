import { css } from 'lit';

export const reportTableStyles = css`
  :host {
    display: block;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    height: var(--rl-row);
    padding: var(--rl-table-height, 4px) var(--rl-table-gap, 12px);
    border-bottom: 1px solid var(--rl-line);
    font-weight: 400;
    text-align: left;
    white-space: nowrap;
  }
  thead th,
  thead td {
    position: sticky;
    top: 0;
    background: var(--rl-surface);
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    white-space: var(--rl-table-wrap, nowrap);
  }
  thead tr + tr th {
    top: var(--rl-row);
  }
  tfoot th,
  tfoot td {
    position: sticky;
    bottom: 0;
    border-top: 1px solid var(--rl-line-strong);
    border-bottom: 0;
    background: var(--rl-surface);
    font-weight: 600;
  }
  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .none {
    color: var(--rl-muted);
  }
  thead th[colspan]:not([colspan='1']) {
    text-align: center;
  }
  tbody tr:hover {
    background: var(--rl-hover);
  }
  button {
    /* As large as a finger or a shaky hand needs, however short the number. */
    min-width: 24px;
    min-height: 24px;
    margin: -2px -6px;
    padding: 2px 6px;
    border: 0;
    border-radius: var(--rl-radius);
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-align: inherit;
    cursor: pointer;
  }
  button:hover {
    color: var(--rl-accent-text);
    text-decoration: underline;
  }
`;
