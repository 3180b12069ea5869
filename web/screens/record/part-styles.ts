import { css } from 'lit';

export const partStyles = css`
  :host {
    display: block;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    min-width: 0;
  }
  .columns {
    display: grid;
    grid-template-columns: var(--tracks);
    gap: 24px;
  }
  section > h3,
  summary {
    padding: 6px 0;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 600;
  }
  summary {
    cursor: pointer;
  }
  .panel {
    padding-top: 12px;
  }
  .text {
    white-space: pre-wrap;
    color: var(--rl-muted);
  }
  .broken {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 8px 12px;
    border: 1px dashed var(--rl-warn);
    border-radius: var(--rl-radius);
    background: var(--rl-warn-soft);
    color: var(--rl-warn-text);
  }
  .broken span {
    flex: 1 160px;
  }
  .broken a {
    margin-left: auto;
    white-space: nowrap;
    text-decoration: underline;
  }
  .broken rl-icon {
    margin-top: 2px;
  }
  @media (max-width: 720px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
  }
`;
