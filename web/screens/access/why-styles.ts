import { css } from 'lit';

export const whyStyles = css`
  :host {
    display: block;
    min-height: 240px;
  }
  .verdict {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 12px 0 4px;
    padding: 8px 12px;
    border-radius: var(--rl-radius);
  }
  .verdict.yes {
    background: var(--rl-good-soft);
    color: var(--rl-good-text);
  }
  .verdict.no {
    background: var(--rl-bad-soft);
    color: var(--rl-bad-text);
  }
  h3 {
    margin: 16px 0 4px;
    color: var(--rl-muted);
    font-weight: 500;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
    align-items: start;
    padding: 8px 0;
    border-bottom: 1px solid var(--rl-line);
  }
  li:last-child {
    border-bottom: 0;
  }
  li > rl-icon {
    margin-top: 2px;
  }
  li.yes > rl-icon {
    color: var(--rl-good-text);
  }
  li.no > rl-icon {
    color: var(--rl-bad-text);
  }
  .step {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    color: var(--rl-muted);
  }
  .step rl-icon {
    flex: none;
    width: 12px;
    height: 12px;
    margin-top: 4px;
  }
  .role {
    font-weight: 600;
    color: var(--rl-accent-text);
  }
  .role:hover {
    text-decoration: underline;
  }
`;
