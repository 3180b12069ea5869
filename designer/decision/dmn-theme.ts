/** dmn-js in the app's own tokens: it follows the theme by itself. */
export const dmnTheme = `
.dmn-place, .dmn-place .dmn-js-parent, .dmn-place .dmn-decision-table-container, .dmn-place .dmn-drd-container, .dmn-place .dmn-literal-expression-container {
  --color-grey-225-10-15: var(--rl-text);
  --color-grey-225-10-35: var(--rl-muted);
  --color-grey-225-10-55: var(--rl-muted);
  --color-grey-225-10-75: var(--rl-line-strong);
  --color-grey-225-10-80: var(--rl-line-strong);
  --color-grey-225-10-85: var(--rl-line);
  --color-grey-225-10-90: var(--rl-line);
  --color-grey-225-10-95: var(--rl-hover);
  --color-grey-225-10-97: var(--rl-sunken);
  --color-blue-205-100-35: var(--rl-accent-text);
  --color-blue-205-100-45: var(--rl-accent);
  --color-blue-205-100-45-opacity-30: var(--rl-accent-soft);
  --color-blue-205-100-50: var(--rl-accent);
  --color-blue-205-100-80: var(--rl-accent-soft);
  --color-blue-205-100-95: var(--rl-accent-soft);
  --color-green-150-86-44: var(--rl-good);
  --color-red-360-100-35: var(--rl-bad-text);
  --color-red-360-100-45: var(--rl-bad);
  --color-red-360-100-92: var(--rl-bad-soft);
  --color-red-360-100-97: var(--rl-bad-soft);
  --color-white: var(--rl-surface);
  --color-black: var(--rl-text);
  --color-black-opacity-10: var(--rl-line);
  --table-cell-border-color: var(--rl-line);
  --table-head-border-color: var(--rl-line-strong);
  --table-cell-color: var(--rl-text);
  --decision-table-font-family: var(--rl-font);
  --literal-expression-font-family: var(--rl-font);
  --add-column-icon-color: var(--rl-on-accent);
  --add-column-icon-background-color: var(--rl-accent);
  --action-icon-hover-color: var(--rl-on-accent);
  --powered-by-overlay-background-color: var(--rl-backdrop);
}
.dmn-place {
  flex: 1;
  min-width: 0;
  min-height: 0;
  position: relative;
  overflow: auto;
  background: var(--rl-page);
  color: var(--rl-text);
  font-size: var(--rl-size);
}
.dmn-place .dmn-decision-table-container { box-sizing: border-box; padding: 16px; font-size: var(--rl-size); }
.dmn-place .dmn-decision-table-container .tjs-table { font-size: var(--rl-size); }
.dmn-place .dmn-decision-table-container .tjs-container { font-size: var(--rl-size); }
.dmn-place .dmn-decision-table-container td.input-cell, .dmn-place .dmn-decision-table-container td.output-cell { font-family: var(--rl-mono); font-size: var(--rl-size-small); }
.dmn-place .view-drd { display: none; }
.dmn-place .dmn-decision-table-container .decision-table-properties { padding: 10px 12px; }
.dmn-place .dmn-decision-table-container .decision-table-name { font-size: 15px; font-weight: 600; }
.dmn-place .dmn-decision-table-container .input-label, .dmn-place .dmn-decision-table-container .output-label { font-size: var(--rl-size); font-weight: 600; }
.dmn-place .dmn-js-parent { position: relative; height: 100%; }
.dmn-place .bjs-powered-by { color: var(--rl-text); }
.dmn-place .bjs-powered-by svg path { fill: currentColor; }
.dmn-place .cm-editor .cm-line span { color: inherit !important; }
.dmn-place .djs-container { --shape-drop-allowed-fill-color: var(--rl-accent-soft); }
`;
