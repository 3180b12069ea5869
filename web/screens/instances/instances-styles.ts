import { css } from 'lit';

export const instancesStyles = css`
  .body {
    padding-bottom: 72px;
  }
  tr:hover td {
    background: var(--rl-hover);
  }
  tr[aria-selected='true'] td {
    background: var(--rl-accent-soft);
  }
  .check {
    width: 40px;
    padding-left: 16px;
  }
  .check input {
    display: block;
  }
  .state {
    width: 128px;
  }
  .started {
    width: 128px;
    color: var(--rl-muted);
  }
  td a {
    font-weight: 500;
  }
  td a:hover {
    text-decoration: underline;
  }
  @media (max-width: 720px) {
    .check {
      padding-left: 12px;
    }
    .flow,
    .started {
      display: none;
    }
    .state {
      width: 104px;
    }
  }
`;
