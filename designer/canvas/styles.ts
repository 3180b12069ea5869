import { unsafeCSS } from 'lit';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?inline';
import iconCss from 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css?inline';
import { canvasStyles } from './canvas-styles.ts';
import { diagramTheme } from './theme.ts';

/** For the shadow root that holds a canvas. */
export const diagramStyles = [
  unsafeCSS(diagramCss),
  unsafeCSS(bpmnCss),
  unsafeCSS(iconCss),
  diagramTheme,
  canvasStyles,
];

let isInDocument = false;

/**
 * The same for the document, once: menus of diagram-js open there, pointers are shapes of its body, and a font face
 * counts only there.
 */
export const styleDocument = (): void => {
  if (isInDocument) return;
  isInDocument = true;
  const sheets = [diagramCss, bpmnCss, iconCss, diagramTheme.cssText].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && closeNotice());
};

/** What the logo of bpmn-js opens over everything closes by a click only; with this, by Escape as well. */
const closeNotice = (): void =>
  document.querySelector<HTMLElement>('.bjs-powered-by-lightbox .backdrop')?.click();
