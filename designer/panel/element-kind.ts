import { readDecision } from '../moddle/decision.ts';
import { childrenOf, isA, type ModdleElement } from '../moddle/moddle-element.ts';
import { readTaskBinding } from '../moddle/task-binding.ts';
import type { MetaTask } from '../../web/data/meta.ts';

/** Icon and text key of what an element is, in business words. */
export const elementKind = (
  element: ModdleElement,
  tasks: readonly MetaTask[],
): { icon: string; key: string; label?: string } => {
  if (isA(element, 'bpmn:BusinessRuleTask') && readDecision(element))
    return { icon: 'table-2', key: 'decision' };
  if (isA(element, 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask')) {
    const task = tasks.find((each) => each.id === readTaskBinding(element).type);
    return task ? { icon: task.icon, key: 'task', label: task.label } : { icon: 'cog', key: 'service' };
  }
  const definitions = isA(element, 'bpmn:Event') ? childrenOf(element, 'eventDefinitions') : [];
  const event = definitions[0]?.$type;
  if (definitions.length > 1 && !isA(element, 'bpmn:StartEvent', 'bpmn:EndEvent'))
    return { icon: 'layers', key: 'several' };
  const byEvent = event && eventKinds.find(([type]) => type === event);
  if (byEvent && !isA(element, 'bpmn:StartEvent', 'bpmn:EndEvent'))
    return { icon: byEvent[1], key: byEvent[2] };
  if (isA(element, 'bpmn:SubProcess') && element.get('triggeredByEvent') === true)
    return { icon: 'activity', key: 'eventSubProcess' };
  const found = kinds.find(([type]) => isA(element, type));
  return found ? { icon: found[1], key: found[2] } : { icon: 'box', key: 'other' };
};

type Kind = [type: string, icon: string, key: string];

const eventKinds: Kind[] = [
  ['bpmn:TimerEventDefinition', 'clock', 'timer'],
  ['bpmn:MessageEventDefinition', 'reply', 'message'],
  ['bpmn:ConditionalEventDefinition', 'eye', 'condition'],
  ['bpmn:ErrorEventDefinition', 'circle-x', 'error'],
  ['bpmn:SignalEventDefinition', 'radio', 'signal'],
  ['bpmn:EscalationEventDefinition', 'arrow-up', 'escalation'],
  ['bpmn:CompensateEventDefinition', 'undo-2', 'compensation'],
  ['bpmn:CancelEventDefinition', 'x', 'cancel'],
  ['bpmn:LinkEventDefinition', 'link', 'link'],
];

const kinds: Kind[] = [
  ['bpmn:UserTask', 'user-check', 'user'],
  ['bpmn:ScriptTask', 'calculator', 'script'],
  ['bpmn:ReceiveTask', 'reply', 'message'],
  ['bpmn:StartEvent', 'play', 'start'],
  ['bpmn:EndEvent', 'circle', 'end'],
  ['bpmn:ExclusiveGateway', 'split', 'exclusive'],
  ['bpmn:ParallelGateway', 'git-fork', 'parallel'],
  ['bpmn:ComplexGateway', 'merge', 'complex'],
  ['bpmn:EventBasedGateway', 'hand', 'eventGateway'],
  ['bpmn:Gateway', 'split', 'gateway'],
  ['bpmn:CallActivity', 'workflow', 'call'],
  ['bpmn:AdHocSubProcess', 'list', 'adHoc'],
  ['bpmn:Transaction', 'shield', 'transaction'],
  ['bpmn:SubProcess', 'group', 'subProcess'],
  ['bpmn:SequenceFlow', 'arrow-right', 'way'],
  ['bpmn:Process', 'workflow', 'process'],
  ['bpmn:Collaboration', 'workflow', 'process'],
  ['bpmn:Participant', 'workflow', 'process'],
];
