import { css } from 'lit';

export const propertiesStyles = css`
  :host {
    display: block;
    padding: 8px 14px 40px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    margin-bottom: 6px;
  }
  h2 {
    flex: 1;
  }
  .actions {
    display: flex;
  }
  .property {
    margin-top: 12px;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-bottom: 4px;
  }
  .label {
    color: var(--rl-muted);
  }
  .reset {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    margin: -4px 0;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--rl-violet-text);
    cursor: pointer;
  }
  .reset:hover {
    background: var(--rl-hover);
  }
  .reset rl-icon {
    width: 12px;
    height: 12px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 26px;
  }
  .problem {
    padding: 6px 10px;
    border-radius: var(--rl-radius);
    background: var(--rl-warn-soft);
    color: var(--rl-warn-text);
  }
  rl-field-order {
    max-height: 220px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius);
  }
`;
