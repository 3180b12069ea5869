import type { CSSResult } from 'lit';
import diagramCss from 'dmn-js/dist/assets/diagram-js.css?inline';
import controlsCss from 'dmn-js/dist/assets/dmn-js-decision-table-controls.css?inline';
import tableCss from 'dmn-js/dist/assets/dmn-js-decision-table.css?inline';
import drdCss from 'dmn-js/dist/assets/dmn-js-drd.css?inline';
import literalCss from 'dmn-js/dist/assets/dmn-js-literal-expression.css?inline';
import sharedCss from 'dmn-js/dist/assets/dmn-js-shared.css?inline';
import fontCss from 'dmn-js/dist/assets/dmn-font/css/dmn.css?inline';
import { dmnTheme } from './dmn-theme.ts';

let isInDocument = false;

/**
 * dmn-js stands in the document itself: its cells are edited in place, which shadow roots do not carry. `own` are the
 * styles of the editor around it, for what is in it alone.
 */
export const styleDocument = (own: readonly CSSResult[]): void => {
  if (isInDocument) return;
  isInDocument = true;
  const around = own.map(({ cssText }) => `rl-decision-editor { ${cssText} }`);
  const texts = [
    ...around,
    diagramCss,
    sharedCss,
    drdCss,
    tableCss,
    controlsCss,
    literalCss,
    fontCss,
    dmnTheme,
  ];
  const sheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets, marked];
};

const marked = new CSSStyleSheet();

/** Shows which rules of the table hit, by their numbers. */
export const markRules = (rules: readonly number[]): void =>
  marked.replaceSync(
    rules
      .map(
        (rule) => `.dmn-place .tjs-table tbody tr:nth-child(${rule}) td { background: var(--rl-good-soft); }`,
      )
      .join('\n'),
  );
