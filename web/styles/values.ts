import { css } from 'lit';

/** For elements that show `fieldValue`. */
export const values = css`
  .amount {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .person {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    max-width: 100%;
  }
  .link {
    color: var(--rl-accent-text);
  }
  .link:hover {
    text-decoration: underline;
  }
  .links {
    display: inline-flex;
    flex-wrap: wrap;
    /* In several lines each is a target of its own. */
    gap: 4px 10px;
    min-width: 0;
  }
  .truncate {
    display: inline-block;
    max-width: 100%;
    vertical-align: bottom;
  }
`;
