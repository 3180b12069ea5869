import { css } from 'lit';

/** Class `button` for native buttons and links: one primary action per view, the rest quiet. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    height: var(--rl-control);
    padding: 0 10px;
    border: 1px solid var(--rl-line-strong);
    border-radius: var(--rl-radius);
    background: var(--rl-surface);
    color: var(--rl-text);
    font: inherit;
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
    transition: background var(--rl-motion);
    user-select: none;
  }
  .button:hover {
    background: var(--rl-hover);
  }
  .button.primary {
    border-color: transparent;
    background: var(--rl-accent);
    color: var(--rl-on-accent);
  }
  .button.primary:hover {
    background: var(--rl-accent-hover);
  }
  .button.ghost {
    border-color: transparent;
    background: none;
    color: var(--rl-muted);
  }
  .button.ghost:hover {
    background: var(--rl-hover);
    color: var(--rl-text);
  }
  .button.danger {
    color: var(--rl-bad-text);
  }
  .button.link {
    height: auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--rl-accent-text);
  }
  .button.link:hover {
    text-decoration: underline;
  }
  .button.square {
    width: var(--rl-control);
    padding: 0;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
`;
