import { css } from 'lit';

export const settingsStyles = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 36px;
    margin-bottom: 8px;
  }
  .head p {
    color: var(--rl-muted);
  }
  .head .button {
    flex: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    padding: 4px;
    border-bottom: 1px solid var(--rl-line);
  }
  button.row {
    width: 100%;
    border-width: 0 0 1px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  button.row:hover {
    background: var(--rl-sunken);
  }
  .form {
    display: grid;
    gap: 14px;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .checks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 6px 16px;
  }
  .checks label {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  dl {
    display: grid;
    grid-template-columns: 160px minmax(0, 1fr);
    gap: 6px 12px;
  }
  dt {
    color: var(--rl-muted);
  }
  h2 {
    margin: 16px 0 4px;
  }
  .fixed {
    flex: none;
    width: 190px;
  }
  .fixed.narrow {
    width: 110px;
  }
  @media (max-width: 720px) {
    .fixed {
      width: auto !important;
    }
    .optional {
      display: none;
    }
  }
`;
