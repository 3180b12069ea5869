import { expressionFault } from '../../../web/expression/parse-expression.ts';
import { expressionsOf } from '../../moddle/expressions-of.ts';
import { isA } from '../../moddle/moddle-element.ts';
import type { LintRule, Report } from '../finding.ts';

/** Every expression parses, and speaks of the record only where the flow has one. */
export const expressions: LintRule = {
  check(element, { subject }) {
    const reports: Report[] = [];
    for (const source of expressionsOf(element)) {
      const fault = expressionFault(source);
      if (fault)
        reports.push({ code: 'expression', severity: 'error', params: { expression: source, fault } });
      else if (!subject && /\$subject\b/.test(source) && !isA(element, 'bpmn:Process')) {
        reports.push({ code: 'no-subject', severity: 'warning', params: { expression: source } });
      }
    }
    return reports;
  },
};
