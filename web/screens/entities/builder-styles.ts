import { css } from 'lit';

/** What the panels and lists of the entity builder have in common. */
export const builderStyles = css`
  .stack {
    display: grid;
    gap: 14px;
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
    align-items: start;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .check + .check {
    margin-inline-start: 12px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 24px;
  }
  .hint {
    margin-top: 4px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .mono {
    font-family: var(--rl-mono);
    font-size: 12px;
  }
  .group {
    margin: 20px 0 4px;
    color: var(--rl-muted);
    font-weight: 500;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  @media (max-width: 480px) {
    .two {
      grid-template-columns: 1fr;
    }
  }
`;
