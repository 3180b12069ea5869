import { isA, textOf } from '../../moddle/moddle-element.ts';
import type { LintRule } from '../finding.ts';

/** A calculation has something to calculate. */
export const scripts: LintRule = {
  check: (element) =>
    isA(element, 'bpmn:ScriptTask') && !textOf(element, 'script').trim()
      ? [{ code: 'script-missing', severity: 'error' }]
      : [],
};
