import { css } from 'lit';

export const fieldListStyles = css`
  :host {
    display: block;
  }
  .search {
    max-width: 260px;
    margin-bottom: 8px;
  }
  .row {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) 170px 110px 32px;
    gap: 8px;
    align-items: center;
    min-height: 36px;
    border-bottom: 1px solid var(--rl-line);
  }
  .row.head {
    min-height: 28px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .row:not(.head):hover {
    background: var(--rl-hover);
  }
  .row[data-over] {
    box-shadow: 0 -2px 0 var(--rl-accent);
  }
  .grip {
    cursor: grab;
  }
  .name {
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
  }
  .name > * {
    flex: none;
  }
  .name .mono {
    flex: 0 1 auto;
    font-family: var(--rl-mono);
    font-size: 12px;
  }
  .open {
    max-width: 60%;
    padding: 4px 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
    text-align: left;
    cursor: pointer;
  }
  .open:hover {
    text-decoration: underline;
  }
  .hidden .open {
    color: var(--rl-muted);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    border-bottom: 1px solid var(--rl-line);
  }
  .group {
    margin-top: 24px;
  }
  @media (max-width: 720px) {
    .row {
      grid-template-columns: 36px minmax(0, 1fr) 36px;
    }
    .wide {
      display: none;
    }
    .name {
      flex-wrap: wrap;
      row-gap: 0;
      padding: 4px 0;
    }
    .open {
      max-width: 100%;
    }
  }
`;
