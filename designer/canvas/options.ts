import relata from '../../core/flow/moddle/relata.json' with { type: 'json' };

/**
 * Options that editor and viewer share. Colours are tokens, so that shapes change with the theme; the font is
 * the computed one, since text is measured where custom properties mean nothing.
 */
export const diagramOptions = (container: HTMLElement): Record<string, unknown> => ({
  container,
  moddleExtensions: { relata },
  bpmnRenderer: {
    defaultFillColor: 'var(--rl-surface)',
    defaultStrokeColor: 'var(--rl-muted)',
    defaultLabelColor: 'var(--rl-text)',
  },
  textRenderer: {
    defaultStyle: { fontFamily: getComputedStyle(container).fontFamily, fontSize: 12, lineHeight: 1.35 },
    externalStyle: { fontSize: 12, lineHeight: 1.35 },
  },
});
