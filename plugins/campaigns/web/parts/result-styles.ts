import { css } from 'lit';

export const resultStyles = css`
  :host {
    display: block;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 16px 24px;
    margin: 8px 0 24px;
  }
  .figures dt,
  th {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 400;
  }
  .figures dd {
    margin: 0;
    font-size: 20px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 28px;
  }
  .figures small {
    display: block;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 400;
    line-height: 16px;
  }
  @media (max-width: 720px) {
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  p.muted {
    margin: -12px 0 24px;
    color: var(--rl-muted);
  }
  .note {
    margin: 0 0 8px;
  }
  .note.small {
    max-width: 90ch;
    margin-top: 8px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  h3 {
    margin: 0 0 8px;
    font-size: var(--rl-size);
    font-weight: 600;
  }
  .funnel {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr) max-content;
    align-items: center;
    gap: 8px 12px;
    margin: 0 0 24px;
    padding: 0;
    list-style: none;
  }
  .funnel li {
    display: contents;
  }
  .funnel span:last-child {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    height: 16px;
    border-radius: var(--rl-radius);
    background: var(--rl-sunken);
  }
  .bar i {
    display: block;
    min-width: 2px;
    height: 100%;
    border-radius: inherit;
    background: var(--rl-accent);
  }
  .wide {
    margin-bottom: 24px;
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    height: var(--rl-row);
    padding: 0 12px 0 0;
    border-bottom: 1px solid var(--rl-line);
    text-align: right;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    text-align: left;
  }
  th.part {
    padding-top: 8px;
    color: var(--rl-text);
    font-weight: 600;
    white-space: normal;
  }
  .more {
    color: var(--rl-accent-text);
  }
`;

export const journeyStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin: 8px 0;
  }
  .tools rl-select {
    width: min(320px, 100%);
  }
  .stage {
    display: grid;
    height: 360px;
    margin-bottom: 16px;
    overflow: hidden;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
  }
`;
