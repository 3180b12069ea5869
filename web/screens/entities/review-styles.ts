import { css } from 'lit';

export const reviewStyles = css`
  :host {
    display: block;
  }
  .plan {
    max-height: 40vh;
    padding: 12px 16px;
    background: var(--rl-sunken);
    overflow: auto;
  }
  h3 {
    margin-bottom: 4px;
  }
  h3 .muted {
    font-weight: 400;
  }
  ul + h3 {
    margin-top: 10px;
  }
  li {
    display: flex;
    gap: 8px;
    padding: 1px 0;
  }
  li rl-icon {
    margin-top: 2px;
    color: var(--rl-muted);
  }
  .bad,
  .bad rl-icon {
    color: var(--rl-bad-text);
  }
  .confirm {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
  }
  progress {
    width: 100%;
    accent-color: var(--rl-accent);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 10px 16px;
    border-top: 1px solid var(--rl-line);
  }
`;
