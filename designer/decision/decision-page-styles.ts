import { css } from 'lit';

export const decisionPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .work {
    display: grid;
    grid-template-columns: 248px minmax(0, 1fr) 320px;
    flex: 1;
    min-height: 0;
  }
  rl-version-list {
    border-right: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  main {
    min-width: 0;
    padding: 16px;
    overflow: auto;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 6px 16px;
    margin-bottom: 16px;
  }
  .facts dt {
    color: var(--rl-muted);
  }
  .facts a {
    text-decoration: underline;
    text-decoration-color: var(--rl-line-strong);
    text-underline-offset: 3px;
  }
  aside {
    padding: 16px;
    border-left: 1px solid var(--rl-line);
    background: var(--rl-surface);
    overflow: auto;
  }
  @media (max-width: 1000px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      overflow: auto;
    }
    main,
    aside,
    rl-version-list {
      overflow: visible;
    }
    main {
      order: -2;
    }
    rl-decision-picture {
      overflow: auto;
    }
    aside {
      order: -1;
      border-top: 1px solid var(--rl-line);
      border-left: 0;
    }
    rl-version-list {
      border-top: 1px solid var(--rl-line);
      border-right: 0;
    }
  }
`;
