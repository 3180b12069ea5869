import { css } from 'lit';

export const timelineStyles = css`
  :host {
    display: block;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol > li {
    display: flex;
    align-items: flex-start;
    gap: 14px;
    padding: 9px 0;
    border-bottom: 1px solid var(--rl-line);
  }
  ol > li > rl-icon {
    margin-top: 2px;
    color: var(--rl-muted);
  }
  p {
    overflow-wrap: anywhere;
  }
  b {
    font-weight: 500;
  }
  a {
    color: var(--rl-accent-text);
  }
  a:hover {
    text-decoration: underline;
  }
  s {
    color: var(--rl-muted);
    text-decoration-color: var(--rl-faint);
  }
  .change {
    overflow-wrap: anywhere;
  }
  rl-time {
    color: var(--rl-muted);
  }
  .button {
    margin: 12px 0 0 22px;
  }
`;
