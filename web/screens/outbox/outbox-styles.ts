import { css } from 'lit';

export const outboxStyles = css`
  .trial {
    flex: none;
    padding: 6px 16px;
    background: var(--rl-violet-soft);
    color: var(--rl-violet-text, var(--rl-text));
  }
  .filters > * {
    flex: 0 1 200px;
  }
  th:first-child,
  td:first-child {
    padding-left: 16px;
  }
  .button.link {
    display: block;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .purpose,
  .state,
  .at {
    width: 136px;
  }
  @media (max-width: 720px) {
    .purpose,
    .at {
      display: none;
    }
    .state {
      width: 104px;
    }
    .filters > * {
      flex: 1 1 140px;
    }
  }
`;
