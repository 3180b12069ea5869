import { css } from 'lit';

/** A few buttons side by side, of which one is pressed: which of these is shown. */
export const segmented = css`
  .segmented {
    display: flex;
    gap: 2px;
    padding: 2px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-sunken);
  }
  .segmented button {
    height: 24px;
    padding: 0 10px;
    border: 0;
    border-radius: var(--rl-radius);
    background: none;
    color: var(--rl-muted);
    font: inherit;
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .segmented button[aria-pressed='true'] {
    background: var(--rl-surface);
    color: var(--rl-text);
    box-shadow: 0 0 0 1px var(--rl-line);
  }
`;
