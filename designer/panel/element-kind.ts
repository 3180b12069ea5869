import { childrenOf, isA, type ModdleElement } from '../moddle/moddle-element.ts';
import { readTaskBinding } from '../moddle/task-binding.ts';
import type { MetaTask } from '../../web/data/meta.ts';

/** Icon and text key of what an element is, in business words. */
export const elementKind = (
  element: ModdleElement,
  tasks: readonly MetaTask[],
): { icon: string; key: string; label?: string } => {
  if (isA(element, 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask')) {
    const task = tasks.find((each) => each.id === readTaskBinding(element).type);
    return task ? { icon: task.icon, key: 'task', label: task.label } : { icon: 'cog', key: 'service' };
  }
  const event = isA(element, 'bpmn:Event') ? childrenOf(element, 'eventDefinitions')[0]?.$type : undefined;
  const byEvent = event && eventKinds.find(([type]) => type === event);
  if (byEvent && !isA(element, 'bpmn:StartEvent', 'bpmn:EndEvent'))
    return { icon: byEvent[1], key: byEvent[2] };
  const found = kinds.find(([type]) => isA(element, type));
  return found ? { icon: found[1], key: found[2] } : { icon: 'box', key: 'other' };
};

type Kind = [type: string, icon: string, key: string];

const eventKinds: Kind[] = [
  ['bpmn:TimerEventDefinition', 'clock', 'timer'],
  ['bpmn:MessageEventDefinition', 'reply', 'message'],
  ['bpmn:ConditionalEventDefinition', 'eye', 'condition'],
  ['bpmn:ErrorEventDefinition', 'circle-x', 'error'],
];

const kinds: Kind[] = [
  ['bpmn:UserTask', 'user-check', 'user'],
  ['bpmn:ScriptTask', 'calculator', 'script'],
  ['bpmn:ReceiveTask', 'reply', 'message'],
  ['bpmn:StartEvent', 'play', 'start'],
  ['bpmn:EndEvent', 'circle', 'end'],
  ['bpmn:ExclusiveGateway', 'split', 'exclusive'],
  ['bpmn:ParallelGateway', 'git-fork', 'parallel'],
  ['bpmn:Gateway', 'split', 'gateway'],
  ['bpmn:SubProcess', 'group', 'subProcess'],
  ['bpmn:SequenceFlow', 'arrow-right', 'way'],
  ['bpmn:Process', 'workflow', 'process'],
  ['bpmn:Collaboration', 'workflow', 'process'],
  ['bpmn:Participant', 'workflow', 'process'],
];
