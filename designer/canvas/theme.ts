import { css } from 'lit';

/** bpmn-js and diagram-js in the app's own tokens: they follow the theme by themselves. */
export const diagramTheme = css`
  .bio-theme-parent {
    --bio-surface: var(--rl-surface);
    --bio-surface-overlay: var(--rl-surface);
    --bio-surface-subtle: var(--rl-sunken);
    --bio-surface-medium: var(--rl-hover);
    --bio-text: var(--rl-text);
    --bio-text-subtle: var(--rl-muted);
    --bio-text-subtlest: var(--rl-muted);
    --bio-text-on-primary: var(--rl-on-accent);
    --bio-border: var(--rl-line-strong);
    --bio-border-disabled: var(--rl-line);
    --bio-primary: var(--rl-accent);
    --bio-primary-surface: var(--rl-accent-soft);
    --bio-danger: var(--rl-bad);
    --bio-danger-surface-subtle: var(--rl-bad-soft);
    --bio-selected-surface: var(--rl-hover);
    --bio-selected-text: var(--rl-text);
    --bio-focus: var(--rl-accent);
    --bio-focus-surface: var(--rl-surface);
    --bio-canvas-accent: var(--rl-accent);
    --bio-canvas-accent-subtle: var(--rl-accent-soft);
    --bio-radius-sm: var(--rl-radius);
    --bio-radius-md: var(--rl-radius);
    --bio-radius-lg: var(--rl-radius-card);
  }
  .djs-parent,
  .bjs-container {
    --canvas-fill-color: transparent;
    --popup-font-family: var(--rl-font);
    --popup-font-size: var(--rl-size);
    --popup-secondary-font-size: var(--rl-size-small);
    --popup-header-font-weight: 600;
    --popup-scrollbar-thumb-color: var(--rl-line-strong);
    --search-font-family: var(--rl-font);
    --search-font-size: var(--rl-size);
    --bjs-font-family: var(--rl-font);
    --bpmn-replace-popup-width: 280px;
    --shape-drop-allowed-fill-color: var(--rl-accent-soft);
    --shape-connect-allowed-fill-color: var(--rl-accent-soft);
  }
  .djs-popup {
    border: 0 !important;
    border-radius: 8px !important;
    box-shadow: var(--rl-shadow-float) !important;
    color: var(--rl-text);
    line-height: var(--rl-leading);
  }
  .djs-popup-title {
    font-weight: 600;
    font-size: var(--rl-size) !important;
  }
  .djs-popup-body .entry-header {
    color: var(--rl-muted) !important;
    font-size: var(--rl-size-label) !important;
    font-weight: 500 !important;
  }
  .djs-popup .entry {
    min-height: 28px;
    padding: 3px 8px !important;
    border-radius: var(--rl-radius);
    cursor: pointer;
  }
  .djs-popup-entry-icon {
    width: 16px;
    height: 16px;
  }
  .djs-popup-entry-icon svg {
    width: 16px;
    height: 16px;
    stroke-width: 1.75;
    color: var(--rl-muted);
  }
  .djs-popup-entry-name {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .djs-popup-search-icon {
    color: var(--rl-muted);
  }
  .djs-popup-search input {
    color: var(--rl-text);
    background: var(--rl-surface);
  }
  .djs-context-pad .entry {
    display: inline-grid;
    place-items: center;
    border-radius: 4px;
    background: var(--rl-surface) !important;
    color: var(--rl-muted);
    box-shadow: 0 0 0 1px var(--rl-line-strong) !important;
  }
  .djs-context-pad .entry:hover {
    background: var(--rl-hover) !important;
    color: var(--rl-text);
  }
  .djs-context-pad .rl-append {
    background: var(--rl-accent) !important;
    color: var(--rl-on-accent);
    box-shadow: none !important;
  }
  .djs-context-pad .rl-append:hover {
    background: var(--rl-accent-hover) !important;
    color: var(--rl-on-accent);
  }
  .djs-context-pad .rl-change svg,
  .djs-context-pad .rl-append svg {
    width: 16px;
    height: 16px;
  }
  .djs-direct-editing-parent {
    border-radius: var(--rl-radius);
    color: var(--rl-text);
  }
  .djs-direct-editing-content {
    color: var(--rl-text);
  }
`;
