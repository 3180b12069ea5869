import { childrenOf, isA } from '../../moddle/moddle-element.ts';
import type { LintRule } from '../finding.ts';

/** A process begins somewhere. */
export const starts: LintRule = {
  check(element) {
    if (!isA(element, 'bpmn:Process')) return [];
    const children = childrenOf(element, 'flowElements');
    const begins = children.some(
      (child) =>
        isA(child, 'bpmn:StartEvent') ||
        ((isA(child, 'bpmn:ReceiveTask') || isA(child, 'bpmn:EventBasedGateway')) &&
          child.get('instantiate')),
    );
    return begins ? [] : [{ code: 'start-missing', severity: 'warning' }];
  },
};
