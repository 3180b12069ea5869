import { childrenOf, isA, type ModdleElement } from '../../moddle/moddle-element.ts';
import type { LintRule, Report } from '../finding.ts';

/** Every step is reached, and leads somewhere. */
export const connected: LintRule = {
  check(element, { into, outOf }) {
    if (!isA(element, 'bpmn:FlowNode') || standsAlone(element)) return [];
    const reports: Report[] = [];
    const needsWayIn = !isA(element, 'bpmn:StartEvent', 'bpmn:BoundaryEvent') && !isLinkCatch(element);
    if (needsWayIn && into(element).length === 0) {
      reports.push({ code: 'not-reached', severity: 'warning' });
    }
    if (!isA(element, 'bpmn:EndEvent') && !isLink(element) && outOf(element).length === 0) {
      reports.push({ code: 'leads-nowhere', severity: 'warning' });
    }
    return reports;
  },
};

/** Event sub-processes, compensation handlers and steps of ad-hoc sub-processes need no sequence flow. */
const standsAlone = (element: ModdleElement): boolean =>
  element.get('triggeredByEvent') === true ||
  element.get('isForCompensation') === true ||
  (element.$parent !== undefined && isA(element.$parent, 'bpmn:AdHocSubProcess')) ||
  (isA(element, 'bpmn:BoundaryEvent') && hasDefinition(element, 'bpmn:CompensateEventDefinition'));

const hasDefinition = (element: ModdleElement, type: string): boolean =>
  isA(element, 'bpmn:Event') &&
  childrenOf(element, 'eventDefinitions').some((definition) => definition.$type === type);

const isLink = (element: ModdleElement): boolean => hasDefinition(element, 'bpmn:LinkEventDefinition');
const isLinkCatch = (element: ModdleElement): boolean =>
  isLink(element) && isA(element, 'bpmn:IntermediateCatchEvent');
