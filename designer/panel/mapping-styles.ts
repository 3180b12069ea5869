import { css } from 'lit';

export const mappingStyles = css`
  :host {
    display: grid;
    gap: 8px;
  }
  .table {
    display: grid;
    gap: 6px;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    align-items: start;
    gap: 6px;
  }
  .head {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .name {
    display: flex;
    gap: 2px;
    min-width: 0;
  }
  .name .square {
    flex: none;
  }
  .missing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .missing .help {
    flex-basis: 100%;
    margin: 0;
  }
  code {
    font-family: var(--rl-mono);
    font-size: var(--rl-size-small);
  }
`;
