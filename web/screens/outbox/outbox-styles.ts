import { css } from 'lit';

export const outboxStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .trial {
    flex: none;
    padding: 6px 16px;
    background: var(--rl-violet-soft);
    color: var(--rl-violet-text, var(--rl-text));
  }
  .filters {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--rl-line);
  }
  .filters > * {
    flex: 0 1 200px;
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    position: sticky;
    top: 0;
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
  th:first-child,
  td:first-child {
    padding-left: 16px;
  }
  .button.link {
    display: block;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .purpose,
  .state,
  .at {
    width: 136px;
  }
  .further {
    display: flex;
    justify-content: center;
    padding: 16px;
  }
  @media (max-width: 720px) {
    .purpose,
    .at {
      display: none;
    }
    .state {
      width: 104px;
    }
    .filters > * {
      flex: 1 1 140px;
    }
  }
`;
