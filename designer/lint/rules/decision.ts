import { readDecision } from '../../moddle/decision.ts';
import { isA } from '../../moddle/moddle-element.ts';
import type { LintRule } from '../finding.ts';

/** A rule that is decided by a table says by which. */
export const decision: LintRule = {
  check(element) {
    if (!isA(element, 'bpmn:BusinessRuleTask') || readDecision(element)?.ref !== '') return [];
    return [{ code: 'decision-missing', severity: 'error' }];
  },
};
