import { css } from 'lit';

export const flowListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .search {
    padding: 8px 16px;
  }
  .search .control {
    max-width: 320px;
  }
  .narrow {
    display: none;
  }
  rl-skeleton {
    padding: 12px 16px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    height: 32px;
    padding: 0 12px;
    border-bottom: 1px solid var(--rl-line);
    background: var(--rl-page);
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 500;
    text-align: left;
    white-space: nowrap;
  }
  th.number {
    text-align: right;
  }
  td {
    height: 40px;
    padding: 0 12px;
    border-bottom: 1px solid var(--rl-line);
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    width: 100%;
    max-width: 0;
    padding-left: 16px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover {
    background: var(--rl-hover);
  }
  td a {
    font-weight: 500;
  }
  .key {
    margin-left: 8px;
    font-family: var(--rl-mono);
    font-size: var(--rl-size-small);
  }
  .deployed {
    padding-right: 16px;
  }
  @media (max-width: 720px) {
    .narrow {
      display: contents;
    }
    .wide {
      display: none;
    }
    .search {
      padding: 8px 12px;
    }
    .search .control {
      max-width: none;
    }
    .key,
    .deployed,
    th:nth-child(5),
    td:nth-child(5) {
      display: none;
    }
    td,
    th {
      padding: 0 8px;
    }
  }
`;
