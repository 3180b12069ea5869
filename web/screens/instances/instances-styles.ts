import { css } from 'lit';

export const instancesStyles = css`
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
  .filters > * {
    flex: 0 1 168px;
  }
  .filters > .button {
    flex: none;
  }
  .filters .count {
    flex: none;
    margin-left: auto;
    color: var(--rl-muted);
    font-variant-numeric: tabular-nums;
  }
  .body {
    flex: 1;
    min-height: 0;
    padding-bottom: 72px;
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
  tr:hover td {
    background: var(--rl-hover);
  }
  tr[aria-selected='true'] td {
    background: var(--rl-accent-soft);
  }
  .check {
    width: 40px;
    padding-left: 16px;
  }
  .check input {
    display: block;
  }
  .state {
    width: 128px;
  }
  .started {
    width: 128px;
    color: var(--rl-muted);
  }
  td a {
    font-weight: 500;
  }
  td a:hover {
    text-decoration: underline;
  }
  .further {
    display: flex;
    justify-content: center;
    padding: 12px;
  }
  .selection {
    position: absolute;
    bottom: 16px;
    left: 50%;
    z-index: 5;
    display: flex;
    align-items: center;
    gap: 4px;
    max-width: calc(100% - 24px);
    padding: 4px 4px 4px 14px;
    border-radius: 10px;
    background: var(--rl-surface);
    box-shadow: var(--rl-shadow-float);
    white-space: nowrap;
    translate: -50% 0;
  }
  .selection b {
    margin-right: 8px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 720px) {
    .filters {
      padding: 8px 12px;
    }
    .filters > * {
      flex: 1 1 40%;
    }
    .check {
      padding-left: 12px;
    }
    .flow,
    .started {
      display: none;
    }
    .state {
      width: 104px;
    }
    .selection {
      overflow-x: auto;
    }
    .selection .text {
      display: none;
    }
    .selection .button {
      width: 40px;
      height: 40px;
      padding: 0;
    }
  }
`;
