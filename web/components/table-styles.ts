import { css } from 'lit';

export const tableStyles = css`
  :host {
    display: block;
    min-height: 0;
    height: 100%;
  }
  .grid {
    position: relative;
    height: 100%;
    overflow: auto;
    outline: none;
    scrollbar-width: thin;
    container-type: inline-size;
  }
  .head,
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    min-width: var(--least);
    padding: 0 16px 0 8px;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 2;
    width: 100%;
    height: 33px;
    border-bottom: 1px solid var(--rl-line);
    background: var(--rl-page);
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .head > span {
    min-width: 0;
    padding: 0 8px;
  }
  .head > .number {
    padding-right: 20px;
  }
  .head button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .head button:hover:not(:disabled) {
    color: var(--rl-text);
  }
  .head .number button {
    flex-direction: row-reverse;
  }
  .head rl-icon {
    width: 12px;
    height: 12px;
  }
  .rows {
    position: relative;
    min-width: var(--least);
  }
  .group {
    position: absolute;
    inset: 0 0 auto;
    display: flex;
    align-items: end;
    gap: 8px;
    height: 34px;
    padding: 0 16px 5px;
    border-bottom: 1px solid var(--rl-line);
    font-weight: 500;
  }
  .row {
    position: absolute;
    inset: 0 0 auto;
    border-bottom: 1px solid var(--rl-line);
    cursor: default;
  }
  .row:hover {
    background: var(--rl-sunken);
  }
  .grid:focus-visible .row.active {
    box-shadow: inset 2px 0 var(--rl-accent);
    background: var(--rl-sunken);
  }
  .row[aria-selected='true'],
  .grid:focus-visible .row.active[aria-selected='true'] {
    background: var(--rl-accent-soft);
  }
  .wait {
    display: block;
  }
  .cell {
    display: flex;
    align-items: center;
    min-width: 0;
    padding: 0 8px;
  }
  .cell.number {
    justify-content: flex-end;
    padding-right: 20px;
  }
  .cell:not(.title) {
    color: var(--rl-text);
  }
  .title a {
    font-weight: 500;
  }
  .title a:hover {
    text-decoration: underline;
    text-decoration-color: var(--rl-line-strong);
    text-underline-offset: 3px;
  }
  .check {
    display: grid;
    place-items: center;
    height: 100%;
    padding: 0 !important;
  }
  .check input {
    opacity: 0;
  }
  .row:hover .check input,
  .head:hover .check input,
  .row.active .check input,
  .check input:checked,
  .selecting .check input {
    opacity: 1;
  }
  .plain .head,
  .plain .row {
    padding: 0;
  }
  .stacked .row {
    display: block;
    min-width: 0;
    padding: 0 12px;
  }
  .stacked.selecting .row {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    padding-left: 6px;
  }
  .stacked .check input {
    width: 18px;
    height: 18px;
  }
  .stacked .rows {
    min-width: 0;
  }
  .stack {
    display: grid;
    align-content: center;
    gap: 2px;
    height: 100%;
    min-width: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    overflow: hidden;
  }
  .line a {
    flex: 1;
    font-size: 14px;
    font-weight: 500;
  }
  .line b {
    font-weight: 500;
  }
  .line.small > * {
    flex: 0 1 auto;
  }
`;
