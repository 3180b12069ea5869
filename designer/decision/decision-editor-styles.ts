import { css } from 'lit';

export const decisionEditorStyles = css`
  dialog {
    color-scheme: inherit;
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    padding: 0;
    border: 0;
    background: var(--rl-page);
    color: inherit;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--rl-bar);
    padding: 0 16px;
    border-bottom: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  h2 {
    font-size: 15px;
  }
  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin: 0;
    padding: 8px 16px;
    border-bottom: 1px solid var(--rl-line);
    background: var(--rl-accent-soft);
  }
  .views {
    display: flex;
    gap: 2px;
    overflow-x: auto;
  }
  .views [aria-selected='true'] {
    background: var(--rl-accent-soft);
    color: var(--rl-accent-text);
  }
  .work {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  aside {
    flex: none;
    width: 340px;
    padding: 14px 16px 24px;
    border-left: 1px solid var(--rl-line);
    background: var(--rl-surface);
    overflow: auto;
  }
  section {
    margin-bottom: 18px;
  }
  h3 {
    margin: 0 0 4px;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 500;
  }
  p {
    margin: 0;
  }
  ul {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li,
  .good {
    display: flex;
    gap: 8px;
    padding: 8px 10px;
    border-radius: var(--rl-radius-card);
    overflow-wrap: anywhere;
  }
  li.error {
    background: var(--rl-bad-soft);
    color: var(--rl-bad-text);
  }
  li.warning {
    background: var(--rl-warn-soft);
    color: var(--rl-warn-text);
  }
  .good {
    background: var(--rl-good-soft);
    color: var(--rl-good-text);
  }
  li rl-icon,
  .good rl-icon {
    flex: none;
    margin-top: 2px;
  }
  @media (max-width: 760px) {
    .work {
      flex-direction: column;
      overflow: auto;
    }
    .dmn-place {
      flex: none;
      min-height: 50dvh;
    }
    aside {
      width: auto;
      border-top: 1px solid var(--rl-line);
      border-left: 0;
    }
  }
`;
