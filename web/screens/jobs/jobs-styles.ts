import { css } from 'lit';

export const jobsStyles = css`
  .tabs {
    flex: none;
    padding: 0 16px;
  }
  .filters > rl-select {
    flex: 0 1 280px;
  }
  .filters .muted {
    flex: 1 1 240px;
  }
  .body {
    padding-bottom: 72px;
  }
  .check {
    width: 40px;
    padding-left: 16px;
  }
  .check input {
    display: block;
  }
  tr:not(:has(.check)) > :first-child {
    padding-left: 16px;
  }
  .attempts {
    width: 112px;
    font-variant-numeric: tabular-nums;
  }
  .at {
    width: 136px;
  }
  .go {
    width: 96px;
  }
  .bad {
    color: var(--rl-bad-text);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  td.bad {
    padding: 6px 8px;
  }
  td a:hover {
    text-decoration: underline;
  }
  @media (max-width: 720px) {
    .attempts,
    .go {
      display: none;
    }
    .at {
      width: 88px;
    }
    .check {
      padding-left: 12px;
    }
  }
`;
