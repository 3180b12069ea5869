import { css } from 'lit';

export const rowStyles = css`
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr) auto auto;
    align-items: start;
    gap: 8px;
  }
  .row > * {
    min-width: 0;
  }
  .row > rl-segment-where,
  .row > rl-segment-member,
  .row > .kept,
  .row > .group {
    grid-column: 1 / 5;
  }
  .unit {
    color: var(--rl-muted);
  }
  .remove {
    align-self: start;
    grid-column: 5;
    width: var(--rl-control);
    padding: 0;
  }
  @media (max-width: 720px) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-bottom: 12px;
      border-bottom: 1px solid var(--rl-line);
    }
    .row > * {
      grid-column: 1;
    }
    .row > rl-segment-where,
    .row > rl-segment-member,
    .row > .kept,
    .row > .group {
      grid-column: 1;
    }
    .row.part {
      padding-bottom: 0;
      border-bottom: 0;
    }
    .row > .remove {
      grid-row: 1;
      grid-column: 2;
    }
  }
`;

export const segmentStyles = css`
  :host {
    display: block;
  }
  rl-segment-members {
    margin-top: 20px;
  }
  h3 {
    font-weight: 600;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  rl-segment-joint {
    margin-bottom: 12px;
  }
  .result {
    margin-top: 16px;
    padding: 12px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-sunken);
  }
  .count {
    font-size: 20px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 28px;
  }
  .people {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .people a {
    color: var(--rl-accent-text);
  }
  .foot {
    margin-top: 16px;
  }
  .muted {
    color: var(--rl-muted);
  }
  .problem {
    color: var(--rl-bad-text);
  }
  rl-picker {
    margin-top: 12px;
    width: min(320px, 100%);
  }
  .list {
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }
  .list li {
    display: flex;
    align-items: center;
    gap: 8px;
    height: var(--rl-row);
    border-bottom: 1px solid var(--rl-line);
  }
  .list a {
    flex: 1;
    min-width: 0;
  }
`;

/** Lines below each other; what belongs together stands behind a line at the left. */
export const listStyles = css`
  :host {
    display: grid;
    gap: 8px;
  }
  .adds {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .adds .ghost {
    color: var(--rl-muted);
  }
  .group {
    display: grid;
    gap: 6px;
  }
  .group[role] {
    padding-left: 12px;
    border-left: 2px solid var(--rl-line);
  }
  .kept {
    padding: 6px 0;
    color: var(--rl-muted);
  }
`;
