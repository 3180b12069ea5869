import { css } from 'lit';

/** Shared by the panel and the editors in it. */
export const panelStyles = css`
  .mono {
    font-family: var(--rl-mono);
    font-size: var(--rl-size-small);
  }
  textarea.control {
    min-height: 0;
    line-height: 18px;
    padding: 4px 8px;
    field-sizing: content;
    max-height: 200px;
    resize: none;
  }
  /* Grows with its text, yet shows from the first that it takes several lines. */
  textarea.control[rows='4'] {
    min-height: 82px;
  }
  .stack {
    display: grid;
    gap: 8px;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .line > .control {
    flex: 1;
  }
  .line > .narrow {
    flex: 0 0 64px;
  }
  .field {
    display: block;
    min-width: 0;
  }
  .field > label:not(.toggle) {
    display: block;
  }
  .help {
    display: block;
    margin-top: 4px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    line-height: 18px;
  }
  .toggle {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--rl-control);
    cursor: pointer;
  }
  .card {
    display: grid;
    gap: 8px;
    padding: 10px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-sunken);
  }
  .fault {
    margin-top: 4px;
    color: var(--rl-bad-text);
    font-size: var(--rl-size-small);
    line-height: 18px;
  }
  .sentence {
    padding: 6px 8px;
    border-radius: var(--rl-radius);
    background: var(--rl-sunken);
    color: var(--rl-muted);
    font-family: var(--rl-mono);
    font-size: var(--rl-size-small);
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .folded summary {
    width: fit-content;
    padding: 4px 0;
    color: var(--rl-muted);
    cursor: pointer;
  }
  .folded[open] summary {
    margin-bottom: 6px;
  }
  .folded > .stack {
    gap: 14px;
  }
  .days {
    display: flex;
    gap: 4px;
  }
  .days button {
    flex: 1;
    min-width: 0;
    height: var(--rl-control);
    padding: 0;
    border: 1px solid var(--rl-line-strong);
    border-radius: var(--rl-radius);
    background: var(--rl-surface);
    color: var(--rl-muted);
    font: inherit;
    font-size: var(--rl-size-small);
    cursor: pointer;
  }
  .days button[aria-pressed='true'] {
    border-color: var(--rl-accent);
    background: var(--rl-accent-soft);
    color: var(--rl-accent-text);
  }
`;
