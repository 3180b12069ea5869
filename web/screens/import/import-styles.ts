import { css } from 'lit';

/** What the steps of an import share: a quiet page, hairlines between rows, one line of actions below. */
export const importStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  .page {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 24px 24px 40px;
  }
  .page > * {
    max-width: 920px;
    margin-inline: auto;
  }
  h2 {
    font-size: 15px;
    line-height: 24px;
  }
  h3 {
    margin-top: 24px;
    margin-bottom: 4px;
  }
  .lead {
    margin-top: 2px;
    color: var(--rl-muted);
    text-wrap: pretty;
  }
  footer {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    padding: 10px 24px;
    border-top: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  footer .note {
    flex: 1;
    min-width: 0;
    color: var(--rl-muted);
  }
  footer .note.bad {
    color: var(--rl-bad-text);
  }
  .row {
    display: grid;
    align-items: center;
    gap: 4px 16px;
    padding: 8px 0;
    border-top: 1px solid var(--rl-line);
  }
  .row.head {
    padding: 0 0 6px;
    border-top: 0;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    margin-top: 16px;
  }
  .settings label {
    display: grid;
    gap: 2px;
    min-width: 148px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .problem {
    margin-bottom: 16px;
  }
  @media (max-width: 720px) {
    .page {
      padding: 16px 12px 32px;
    }
    footer {
      flex-wrap: wrap;
      padding: 10px 12px;
    }
    footer .note {
      flex-basis: 100%;
    }
    footer .note:empty {
      display: none;
    }
    footer .button {
      flex: 1;
    }
    .settings {
      margin-bottom: 16px;
    }
    .settings label {
      flex: 1;
    }
  }
`;
