import { readCall } from '../../moddle/call.ts';
import { isMadeElsewhere } from '../../moddle/made-elsewhere.ts';
import { isA } from '../../moddle/moddle-element.ts';
import type { LintRule } from '../finding.ts';

/** A call says which flow. */
export const calls: LintRule = {
  check(element) {
    if (!isA(element, 'bpmn:CallActivity') || isMadeElsewhere(element)) return [];
    const { flow, expression } = readCall(element);
    return (expression ?? flow).trim() === '' ? [{ code: 'call-missing', severity: 'error' }] : [];
  },
};
