import { css } from 'lit';

export const filterEditorStyles = css`
  :host {
    display: block;
  }
  .find {
    padding: 8px 8px 4px;
  }
  .fields {
    max-height: 300px;
    padding: 0 4px 4px;
    overflow: auto;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: var(--rl-control);
    padding: 2px 8px;
    border: 0;
    border-radius: 5px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .option:hover,
  .option:focus-visible {
    background: var(--rl-hover);
  }
  form {
    display: grid;
    gap: 8px;
    padding: 12px;
  }
  .many {
    max-height: 240px;
    margin: 0 -6px;
    overflow: auto;
  }
  .picked {
    display: flex;
    align-items: center;
    padding-left: 8px;
    border-radius: var(--rl-radius);
    background: var(--rl-sunken);
  }
  .only-shown {
    padding: 4px 8px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
`;
