import { css } from 'lit';

/** A page that is a bar of filters over one long table, its heading in sight. */
export const filteredTable = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .filters {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--rl-line);
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .wait {
    padding: 8px 16px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    height: var(--rl-row);
    padding: 0 8px;
    background: var(--rl-page);
    box-shadow: inset 0 -1px var(--rl-line);
    color: var(--rl-muted);
    font-weight: 500;
    text-align: left;
  }
  td {
    height: var(--rl-row);
    padding: 0 8px;
    border-bottom: 1px solid var(--rl-line);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .further {
    display: flex;
    justify-content: center;
    padding: 16px;
  }
`;
