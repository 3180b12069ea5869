import { css } from 'lit';

export const formStyles = css`
  :host {
    display: block;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(280px, 380px);
    gap: 24px;
    align-items: start;
  }
  .sides > div > * {
    display: block;
    margin-bottom: 24px;
  }
  h3 {
    margin: 20px 0 8px;
  }
  h3:first-child {
    margin-top: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto auto auto;
    align-items: center;
    gap: 8px;
    min-height: var(--rl-row);
    border-bottom: 1px solid var(--rl-line);
  }
  label.check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: 8px;
    margin-bottom: 8px;
  }
  .consent {
    padding: 8px 0;
    border-bottom: 1px solid var(--rl-line);
  }
  .consent .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-bottom: 8px;
  }
  .adds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .adds select {
    width: 220px;
  }
  aside {
    position: sticky;
    top: 0;
  }
  .paper {
    padding: 20px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
    background: #fff;
    color-scheme: light;
  }
  .tabs {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 8px;
  }
  .tabs h3 {
    flex: 1;
    margin: 0;
  }
  .tabs rl-select {
    width: 140px;
  }
  pre {
    margin: 8px 0;
    padding: 10px;
    border-radius: var(--rl-radius);
    background: var(--rl-sunken);
    font: 12px/18px var(--rl-mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .sides > div > .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 20px;
  }
  @media (max-width: 960px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
    }
  }
`;
