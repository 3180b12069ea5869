import { css } from 'lit';

export const versionsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--rl-page);
  }
  .work {
    display: grid;
    grid-template-columns: 272px minmax(0, 1fr);
    flex: 1;
    min-height: 0;
  }
  rl-version-list {
    border-right: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  .shown {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  rl-difference,
  rl-diagram {
    flex: 1;
  }
  @media (max-width: 900px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(120px, 30%) minmax(0, 1fr);
    }
    rl-version-list {
      border-right: 0;
      border-bottom: 1px solid var(--rl-line);
    }
  }
`;
