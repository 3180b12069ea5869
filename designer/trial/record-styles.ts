import { css } from 'lit';

export const recordStyles = css`
  :host {
    display: block;
    padding: 8px 16px 16px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-left: -8px;
    padding-bottom: 4px;
  }
  h3 {
    flex: 1;
    font-size: 14px;
  }
  h4 {
    padding: 12px 0 2px;
    font-size: 13px;
  }
  .muted {
    color: var(--rl-muted);
  }
  .note {
    color: var(--rl-warn-text);
  }
  .player {
    margin: 12px 0 0;
    padding: 8px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
  }
  .keys {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  input[type='range'] {
    flex: 1;
    min-width: 0;
    margin: 0 8px;
    accent-color: var(--rl-accent);
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .step {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    padding: 6px 4px;
  }
  .step b {
    font-weight: 500;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(80px, 32%) minmax(0, 1fr);
    gap: 1px 8px;
    padding: 0 4px;
  }
  dt {
    color: var(--rl-muted);
    font-family: var(--rl-mono);
    font-size: var(--rl-size-small);
    overflow-wrap: anywhere;
  }
  dd {
    min-width: 0;
  }
  dt.new {
    color: var(--rl-accent-text);
    font-weight: 600;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 4px 0;
  }
`;
