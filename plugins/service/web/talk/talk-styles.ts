import { css } from 'lit';

export const talkStyles = css`
  :host {
    display: block;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 10px 12px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
  }
  li.outbound {
    margin-left: 32px;
    border-color: transparent;
    background: var(--rl-accent-soft);
  }
  li.note {
    margin-left: 32px;
    border-color: transparent;
    background: var(--rl-warn-soft);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 4px;
  }
  .head b {
    flex: none;
    max-width: 60%;
    font-weight: 600;
  }
  .head .address,
  rl-time {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .text a {
    color: var(--rl-accent-text);
    text-decoration: underline;
  }
  .text.short {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 12;
  }
  .alarm {
    display: flex;
    gap: 6px;
    margin-bottom: 6px;
    color: var(--rl-bad-text);
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .file {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 2px 8px;
    border: 1px solid var(--rl-line-strong);
    border-radius: var(--rl-radius);
    background: var(--rl-surface);
  }
  .file:hover {
    background: var(--rl-hover);
  }
  @media (max-width: 720px) {
    li.outbound,
    li.note {
      margin-left: 12px;
    }
  }
`;

export const composerStyles = css`
  :host {
    display: block;
  }
  .box {
    border: 1px solid var(--rl-line-strong);
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
  }
  .box:focus-within {
    border-color: var(--rl-accent);
    outline: 2px solid var(--rl-accent-soft);
  }
  .box.note {
    background: var(--rl-warn-soft);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 6px 8px;
  }
  .kinds {
    display: inline-flex;
    gap: 2px;
  }
  .kinds [aria-pressed='true'] {
    background: var(--rl-hover);
    color: var(--rl-text);
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 96px;
    padding: 4px 12px;
    border: 0;
    outline: none;
    background: none;
    color: inherit;
    font: inherit;
    resize: vertical;
    field-sizing: content;
    max-height: 50vh;
  }
  textarea::placeholder {
    color: var(--rl-muted);
    opacity: 1;
  }
  .articles {
    padding: 4px 12px;
    border-top: 1px solid var(--rl-line);
  }
  .articles li {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
  }
  rl-select {
    width: 168px;
  }
  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-bottom: 8px;
    padding: 6px 10px;
    border-radius: var(--rl-radius);
    background: var(--rl-warn-soft);
    color: var(--rl-warn-text);
  }
  /* Without a keyboard there is no such key. */
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
  @media (max-width: 720px) {
    textarea {
      font-size: 16px;
    }
  }
`;
