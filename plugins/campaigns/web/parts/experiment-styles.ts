import { css } from 'lit';

export const experimentStyles = css`
  :host {
    display: block;
  }
  .sentences {
    display: grid;
    gap: 4px;
    padding: 12px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-sunken);
  }
  .sentences p:first-child {
    font-size: 14px;
    font-weight: 600;
  }
  .good {
    color: var(--rl-good-text);
  }
  .warn {
    color: var(--rl-warn-text);
  }
  .bad {
    color: var(--rl-bad-text);
  }
  .neutral {
    color: var(--rl-muted);
  }
  .neutral:first-child {
    color: var(--rl-text);
  }
  .scroll {
    overflow-x: auto;
    margin-top: 16px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 4px 8px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 500;
    text-align: left;
    white-space: nowrap;
  }
  td {
    padding: 8px;
    border-top: 1px solid var(--rl-line);
    vertical-align: top;
  }
  th:first-child,
  td:first-child {
    padding-left: 0;
  }
  th.number {
    text-align: right;
  }
  .say {
    min-width: 260px;
  }
  @media (max-width: 640px) {
    /* The sentence of a variant stands below its figures. */
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 64px 64px 112px;
    }
    th.say {
      display: none;
    }
    td.say {
      grid-column: 1 / -1;
      min-width: 0;
      padding: 0 0 8px;
      border-top: 0;
    }
  }
  .bar {
    position: relative;
    height: 6px;
    min-width: 96px;
    margin-top: 8px;
    border-radius: 3px;
    background: var(--rl-hover);
  }
  .bar i {
    position: absolute;
    inset-block: 0;
    min-width: 2px;
    border-radius: 3px;
    background: var(--rl-accent);
    opacity: 0.4;
  }
  .bar b {
    position: absolute;
    inset-block: -2px;
    width: 2px;
    background: var(--rl-accent);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 16px;
  }
  .acts rl-select {
    width: 200px;
  }
  .edit {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 96px 72px auto;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
  }
  h3 {
    margin-top: 20px;
  }
`;
