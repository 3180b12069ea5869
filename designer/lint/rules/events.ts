import { extensionOf } from '../../moddle/extension.ts';
import { eventDefinition } from '../../moddle/event-definition.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { timerSource } from '../../moddle/timer-source.ts';
import type { LintRule, Report } from '../finding.ts';

/** Events say what they wait for or announce. */
export const events: LintRule = {
  check(element) {
    const reports: Report[] = [];
    const timer = eventDefinition(element, 'timer');
    if (timer && !timerSource(timer)?.source.trim())
      reports.push({ code: 'timer-missing', severity: 'error' });
    const message = eventDefinition(element, 'message');
    if (message && !textOf(childOf(message, 'messageRef'), 'name')) {
      reports.push({ code: 'message-missing', severity: 'error' });
    }
    const signal = eventDefinition(element, 'signal');
    if (signal && !textOf(childOf(signal, 'signalRef'), 'name'))
      reports.push({ code: 'signal-missing', severity: 'error' });
    const error = eventDefinition(element, 'error');
    if (error && isA(element, 'bpmn:EndEvent') && !textOf(childOf(error, 'errorRef'), 'errorCode')) {
      reports.push({ code: 'error-missing', severity: 'error' });
    }
    const condition = eventDefinition(element, 'condition');
    if (condition && !textOf(childOf(condition, 'condition'), 'body').trim()) {
      reports.push({ code: 'event-condition-missing', severity: 'error' });
    }
    if (condition && isA(element, 'bpmn:StartEvent') && isTopLevel(element.$parent)) {
      const record = extensionOf(element, 'relata:Record') ?? extensionOf(condition, 'relata:Record');
      if (!textOf(record, 'entity')) reports.push({ code: 'record-missing', severity: 'error' });
    }
    return reports;
  },
};

const isTopLevel = (parent: Parameters<typeof isA>[0] | undefined): boolean =>
  parent !== undefined && isA(parent, 'bpmn:Process');
