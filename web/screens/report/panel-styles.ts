import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: grid;
    align-content: start;
    gap: 16px;
  }
  section {
    display: grid;
    gap: 6px;
  }
  h2 {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 500;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .line > rl-select,
  .line > .control {
    flex: 1 1 0;
  }
  .line .button {
    flex: none;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 2px 0;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: 2px;
    padding: 2px;
    border-radius: var(--rl-radius);
    background: var(--rl-sunken);
  }
  .charts button {
    display: grid;
    place-items: center;
    height: var(--rl-control);
    border: 0;
    border-radius: 5px;
    background: none;
    color: var(--rl-muted);
    cursor: pointer;
  }
  .charts button:hover {
    color: var(--rl-text);
  }
  .charts button[aria-checked='true'] {
    background: var(--rl-surface);
    color: var(--rl-accent-text);
    box-shadow: var(--rl-shadow-card);
  }
  .figure {
    display: grid;
  }
  .figure rl-filter-bar {
    min-height: 0;
    padding: 4px 0 6px;
    border: 0;
  }
  .formula {
    display: grid;
    gap: 4px;
    padding: 8px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius);
  }
  .formula input[name='expression'] {
    font-family: var(--rl-mono);
    font-size: var(--rl-size-small);
  }
  .adds {
    display: flex;
    gap: 8px;
  }
`;
