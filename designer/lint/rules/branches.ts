import { childOf, isA, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import type { LintRule, Report } from '../finding.ts';

/** Behind a decision every way but one says when it is taken, and one is for everything else. */
export const branches: LintRule = {
  check(element, { outOf }) {
    if (!isA(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) return [];
    const ways = outOf(element);
    if (ways.length < 2) return [];
    const otherwise = childOf(element, 'default');
    const reports: Report[] = ways
      .filter((way) => way !== otherwise && !hasCondition(way))
      .map((way) => ({
        code: 'condition-missing',
        severity: 'warning',
        at: way,
        elements: { target: childOf(way, 'targetRef') },
      }));
    if (!otherwise) reports.push({ code: 'default-missing', severity: 'warning' });
    return reports;
  },
};

const hasCondition = (way: ModdleElement): boolean =>
  textOf(childOf(way, 'conditionExpression'), 'body').trim() !== '';
