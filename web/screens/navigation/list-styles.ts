import { css } from 'lit';

export const listStyles = css`
  li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 34px;
    border-bottom: 1px solid var(--rl-line);
  }
  li.group {
    margin-top: 12px;
  }
  li.place {
    padding-left: 20px;
  }
  li.dim :is(h2, .truncate, rl-icon) {
    color: var(--rl-muted);
  }
  li[data-over] {
    box-shadow: 0 -2px 0 var(--rl-accent);
  }
  li > rl-icon {
    color: var(--rl-muted);
  }
  .grip {
    cursor: grab;
  }
`;
