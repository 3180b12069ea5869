import { css } from 'lit';

/** CodeMirror in the look of the other controls. */
export const editorStyles = css`
  .editor {
    min-height: var(--rl-control);
    border: 1px solid var(--rl-line-strong);
    border-radius: var(--rl-radius);
    background: var(--rl-surface);
  }
  .editor:focus-within {
    border-color: var(--rl-accent);
    outline: 2px solid var(--rl-accent-soft);
  }
  .editor.error {
    border-color: var(--rl-bad);
  }
  .cm-editor {
    outline: none !important;
    color: var(--rl-text);
    font-size: var(--rl-size-small);
  }
  .cm-editor .cm-scroller {
    max-height: 220px;
    font-family: var(--rl-mono);
    line-height: 18px;
  }
  .multiline .cm-editor .cm-scroller {
    min-height: 72px;
    max-height: 50vh;
  }
  .cm-editor .cm-content {
    padding: 4px 0;
    caret-color: var(--rl-text);
  }
  .cm-editor .cm-line {
    padding: 0 8px;
  }
  .cm-editor .cm-placeholder {
    color: var(--rl-muted);
  }
  .cm-editor .cm-matchingBracket {
    background: var(--rl-accent-soft) !important;
  }
  .cm-editor .cm-lintRange-error {
    background: none;
    text-decoration: underline wavy var(--rl-bad);
    text-underline-offset: 3px;
  }
  .cm-editor .cm-lintRange-warning {
    background: none;
    text-decoration: underline wavy var(--rl-warn);
    text-underline-offset: 3px;
  }
  .editor .cm-editor .cm-tooltip {
    border: 0;
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
    color: var(--rl-text);
    box-shadow: var(--rl-shadow-float);
    font-family: var(--rl-font);
    font-size: var(--rl-size-small);
    z-index: 30;
  }
  .editor .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul {
    min-width: 220px;
    max-width: min(320px, 90vw);
    max-height: 260px;
    padding: 4px;
    font-family: var(--rl-font);
  }
  .editor .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li {
    display: flex;
    gap: 8px;
    justify-content: space-between;
    padding: 3px 8px;
    border-radius: 5px;
    line-height: 20px;
  }
  .editor .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] {
    background: var(--rl-hover);
    color: var(--rl-text);
  }
  .editor .cm-editor .cm-tooltip .cm-completionLabel {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .editor .cm-editor .cm-tooltip .cm-completionDetail {
    flex: none;
    max-width: 50%;
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--rl-muted);
    font-style: normal;
  }
  .editor .cm-editor .cm-tooltip .cm-completionMatchedText {
    color: var(--rl-accent-text);
    text-decoration: none;
  }
  .editor .cm-editor .cm-tooltip .cm-completionInfo {
    max-width: 280px;
    padding: 8px 10px;
    line-height: 18px;
  }
  .editor .cm-editor .cm-tooltip .cm-completionInfo p {
    margin: 4px 0 0;
    color: var(--rl-muted);
  }
  .fault {
    margin-top: 4px;
    color: var(--rl-bad-text);
    font-size: var(--rl-size-small);
    line-height: 18px;
  }
  .fault.warning {
    color: var(--rl-warn-text);
  }
`;
