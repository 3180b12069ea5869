import { css } from 'lit';

/** What stands on the canvas beside the shapes: badges, marks, the taken path. */
export const canvasStyles = css`
  .canvas {
    position: relative;
    /* What diagram-js lays over its shapes stays below what the page lays over all. */
    isolation: isolate;
    min-width: 0;
    min-height: 0;
    background-color: var(--rl-page);
    background-image: radial-gradient(var(--rl-line) 1px, transparent 1px);
    background-size: 20px 20px;
    overflow: hidden;
  }
  .canvas:focus-within {
    outline: none;
  }
  .djs-container svg:focus {
    outline: none;
  }
  .djs-container svg:focus-visible {
    outline: 2px solid var(--rl-accent-soft);
    outline-offset: -2px;
  }
  .djs-shape .djs-visual > :is(rect, circle, polygon, path):first-child,
  .djs-shape .djs-visual > circle {
    stroke-width: 1.5px !important;
  }
  .djs-connection .djs-visual > path {
    stroke-width: 1.5px !important;
  }
  .djs-element.selected .djs-outline {
    stroke-width: 3px;
    stroke: var(--rl-accent-soft);
  }
  .djs-shape.selected .djs-visual > :is(rect, circle, polygon):first-child,
  .djs-connection.selected .djs-visual > path:first-child {
    stroke: var(--rl-accent) !important;
  }
  .djs-shape.rl-error .djs-visual > :is(rect, circle, polygon):first-child,
  .djs-connection.rl-error .djs-visual > path:first-child {
    stroke: var(--rl-bad) !important;
  }
  .djs-shape.rl-warning .djs-visual > :is(rect, circle, polygon):first-child,
  .djs-connection.rl-warning .djs-visual > path:first-child {
    stroke: var(--rl-warn) !important;
  }
  .djs-shape.rl-taken .djs-visual > :is(rect, circle, polygon):first-child,
  .djs-connection.rl-taken .djs-visual > path:first-child {
    stroke: var(--rl-good) !important;
  }
  .djs-shape.rl-active .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-accent) !important;
    fill: var(--rl-accent-soft) !important;
  }
  .djs-shape.rl-incident .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-bad) !important;
    fill: var(--rl-bad-soft) !important;
  }
  .djs-shape.rl-added .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-good) !important;
    fill: var(--rl-good-soft) !important;
  }
  .djs-connection.rl-added .djs-visual > path:first-child {
    stroke: var(--rl-good) !important;
  }
  .djs-shape.rl-removed .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-bad) !important;
    fill: var(--rl-bad-soft) !important;
  }
  .djs-connection.rl-removed .djs-visual > path:first-child {
    stroke: var(--rl-bad) !important;
    stroke-dasharray: 5 4;
  }
  .djs-shape.rl-changed .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-warn) !important;
    fill: var(--rl-warn-soft) !important;
  }
  .djs-connection.rl-changed .djs-visual > path:first-child {
    stroke: var(--rl-warn) !important;
  }
  .djs-shape.rl-moved .djs-visual > :is(rect, circle, polygon):first-child,
  .djs-connection.rl-moved .djs-visual > path:first-child {
    stroke: var(--rl-violet) !important;
    stroke-dasharray: 5 4;
  }
  .djs-shape.rl-heat-1 .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-heat) !important;
    fill: color-mix(in srgb, var(--rl-heat) 10%, var(--rl-surface)) !important;
  }
  .djs-shape.rl-heat-2 .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-heat) !important;
    fill: color-mix(in srgb, var(--rl-heat) 20%, var(--rl-surface)) !important;
  }
  .djs-shape.rl-heat-3 .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-heat) !important;
    fill: color-mix(in srgb, var(--rl-heat) 32%, var(--rl-surface)) !important;
  }
  .djs-shape.rl-heat-4 .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-heat) !important;
    fill: color-mix(in srgb, var(--rl-heat) 44%, var(--rl-surface)) !important;
  }
  .djs-shape.rl-heat-5 .djs-visual > :is(rect, circle, polygon):first-child {
    stroke: var(--rl-heat) !important;
    fill: color-mix(in srgb, var(--rl-heat) 58%, var(--rl-surface)) !important;
  }
  .djs-connection.rl-heat-1 .djs-visual > path:first-child {
    stroke: var(--rl-heat) !important;
    stroke-width: 1.5px !important;
  }
  .djs-connection.rl-heat-2 .djs-visual > path:first-child {
    stroke: var(--rl-heat) !important;
    stroke-width: 2px !important;
  }
  .djs-connection.rl-heat-3 .djs-visual > path:first-child {
    stroke: var(--rl-heat) !important;
    stroke-width: 2.5px !important;
  }
  .djs-connection.rl-heat-4 .djs-visual > path:first-child {
    stroke: var(--rl-heat) !important;
    stroke-width: 3px !important;
  }
  .djs-connection.rl-heat-5 .djs-visual > path:first-child {
    stroke: var(--rl-heat) !important;
    stroke-width: 4px !important;
  }
  .rl-problem-badge,
  .rl-token {
    display: grid;
    place-items: center;
    min-width: 18px;
    height: 18px;
    border-radius: 9px;
    color: var(--rl-surface);
    font: 600 11px/18px var(--rl-font);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    cursor: default;
  }
  .rl-problem-badge.error,
  .rl-token.incident {
    background: var(--rl-bad);
  }
  .rl-problem-badge.warning {
    background: var(--rl-warn);
  }
  .rl-token {
    padding: 0 6px;
    background: var(--rl-accent);
    color: var(--rl-on-accent);
  }
  .bjs-powered-by {
    right: 12px !important;
    bottom: 10px !important;
    color: var(--rl-muted) !important;
  }
  .djs-search-container {
    color: var(--rl-text);
  }
`;
