import { readAssignment } from './assignment.ts';
import { eventDefinition } from './event-definition.ts';
import { childOf, isA, textOf, type ModdleElement } from './moddle-element.ts';
import { readTaskBinding } from './task-binding.ts';

/** All JSONata that an element says. Timers are left out: theirs may be ISO 8601 or cron. */
export const expressionsOf = (element: ModdleElement): string[] => {
  const found: string[] = [];
  if (isA(element, 'bpmn:SequenceFlow')) found.push(textOf(childOf(element, 'conditionExpression'), 'body'));
  if (isA(element, 'bpmn:ScriptTask')) found.push(textOf(element, 'script'));
  if (isA(element, 'bpmn:UserTask'))
    found.push(...Object.values(readAssignment(element)).filter(isNoDuration));
  if (isA(element, 'bpmn:Activity')) {
    const binding = readTaskBinding(element);
    found.push(
      ...binding.inputs.map((input) => input.value),
      ...binding.outputs.map((output) => output.value),
    );
  }
  const condition = eventDefinition(element, 'condition');
  if (condition) found.push(textOf(childOf(condition, 'condition'), 'body'));
  const message = eventDefinition(element, 'message') ?? element;
  if (isA(message, 'bpmn:MessageEventDefinition', 'bpmn:ReceiveTask', 'bpmn:SendTask')) {
    found.push(textOf(message, 'relata:correlationKey'));
  }
  return found.filter((source) => source.trim() !== '');
};

/** A due date may be a bare ISO duration, counted from the moment the work comes up. */
const isNoDuration = (source: string): boolean => !/^P[\dT]/.test(source.trim());
