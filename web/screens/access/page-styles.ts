import { css } from 'lit';

/** Headings, rows and facts that the pages of people and configuration have in common. */
export const pageStyles = css`
  :host {
    display: block;
  }
  header,
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 36px;
  }
  /* On a phone the buttons go below the sentence instead of squeezing it. */
  .head > p {
    flex: 1 1 30ch;
  }
  header h2 {
    font-size: 15px;
  }
  h3 {
    margin: 24px 0 4px;
  }
  .head h3 {
    margin: 0;
  }
  .head:not(:first-child) {
    margin-top: 20px;
  }
  .about {
    max-width: 72ch;
    margin-bottom: 8px;
    color: var(--rl-muted);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    padding: 4px 0;
    border-bottom: 1px solid var(--rl-line);
  }
  dl {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr);
    gap: 6px 12px;
    margin: 8px 0;
  }
  dt {
    color: var(--rl-muted);
  }
  .once {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    margin: 8px 0;
    padding: 12px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-accent-soft);
  }
  .once p {
    grid-column: 1 / -1;
  }
  .once input {
    font-family: var(--rl-mono);
    font-size: 12px;
  }
  .small {
    display: block;
  }
  .form {
    display: grid;
    gap: 14px;
  }
`;
