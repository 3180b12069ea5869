import { css } from 'lit';

export const templateStyles = css`
  :host {
    display: block;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-bottom: 8px;
  }
  .tools rl-picker {
    flex: 0 1 260px;
  }
  .halves {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px;
    min-height: 56vh;
  }
  textarea.control {
    height: 100%;
    min-height: 320px;
    max-height: none;
    field-sizing: fixed;
    font-family: var(--rl-mono);
    font-size: 12px;
    line-height: 1.5;
    resize: vertical;
  }
  section {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .unfilled {
    margin: 4px 0;
    padding: 6px 10px;
    border-radius: var(--rl-radius);
    background: var(--rl-warn-soft);
    color: var(--rl-warn-text);
    font-size: var(--rl-size-small);
  }
  iframe {
    flex: 1;
    width: 100%;
    min-height: 320px;
    margin-top: 8px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius);
    background: #fff;
  }
  pre {
    overflow: auto;
    margin: 8px 0 0;
    font: inherit;
    white-space: pre-wrap;
  }
  .half {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .half > rl-template-blocks,
  .half > textarea {
    margin-top: 8px;
  }
  .half > textarea {
    flex: 1;
  }
  p.small {
    margin-top: 8px;
  }
  @media (max-width: 900px) {
    .halves {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

export const blockStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  ol {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: start;
    gap: 4px;
    padding: 4px;
    border: 1px solid transparent;
    border-radius: var(--rl-radius);
  }
  li:hover,
  li:focus-within {
    border-color: var(--rl-line);
    background: var(--rl-surface);
  }
  li.above {
    box-shadow: 0 -2px 0 var(--rl-accent);
  }
  li.below {
    box-shadow: 0 2px 0 var(--rl-accent);
  }
  .handle {
    width: var(--rl-control);
    padding: 0;
    color: var(--rl-muted);
  }
  .handle:first-child {
    cursor: grab;
  }
  .inner {
    display: grid;
    gap: 4px;
  }
  .inner textarea.control {
    min-height: var(--rl-control);
    field-sizing: content;
    resize: vertical;
  }
  label {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    align-items: center;
    gap: 8px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  li > .handle:last-child {
    grid-column: 4;
  }
  .nowhere {
    padding-left: 80px;
    color: var(--rl-warn-text);
    font-size: var(--rl-size-small);
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 8px;
    height: var(--rl-control);
    color: var(--rl-muted);
  }
  .adds {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-top: 12px;
  }
  .muted {
    color: var(--rl-muted);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
