import { css } from 'lit';

/** One row per field and one column per record; on a phone the values stand below each other. */
export const mergeStyles = css`
  form {
    display: grid;
    gap: 0;
    min-width: min-content;
  }
  .group {
    display: grid;
    grid-template-columns: 112px repeat(var(--records), minmax(148px, 1fr));
    align-items: stretch;
    border-bottom: 1px solid var(--rl-line);
  }
  .label {
    position: sticky;
    left: -20px;
    z-index: 1;
    display: flex;
    align-items: center;
    padding: 6px 8px 6px 0;
    background: var(--rl-surface);
  }
  .winner .label {
    align-items: flex-start;
    padding-top: 9px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    min-height: 36px;
    padding: 4px 8px;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--rl-hover);
  }
  .choice:has(input:focus-visible) {
    outline: 2px solid var(--rl-accent);
    outline-offset: -2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .chosen {
    background: var(--rl-accent-soft);
  }
  .chosen .muted {
    color: inherit;
  }
  .none {
    padding-left: 31px;
    cursor: default;
  }
  .none:hover {
    background: none;
  }
  .winner .choice {
    align-items: flex-start;
    padding-top: 8px;
    padding-bottom: 8px;
  }
  .winner input {
    margin-top: 2px;
  }
  .content {
    display: grid;
    min-width: 0;
  }
  .content b {
    font-weight: 500;
  }
  .small {
    font-size: var(--rl-size-small);
  }
  p {
    margin: 12px 0 0;
    max-width: 64ch;
  }
  @media (max-width: 720px) {
    form {
      min-width: 0;
    }
    .group {
      grid-template-columns: minmax(0, 1fr);
      padding-bottom: 8px;
    }
    .label,
    .winner .label {
      position: static;
      padding: 10px 0 2px;
    }
    .choice {
      min-height: 40px;
      border-radius: var(--rl-radius);
    }
    .none {
      display: none;
    }
  }
`;
