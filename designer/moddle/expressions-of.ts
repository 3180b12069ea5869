import { readAssignment } from './assignment.ts';
import { readDecision } from './decision.ts';
import { eventDefinitions } from './event-definition.ts';
import { childOf, isA, textOf, type ModdleElement } from './moddle-element.ts';
import { readMapping } from './pairs.ts';
import { loopOf } from './repetition.ts';
import { readTaskBinding } from './task-binding.ts';

/** All JSONata that an element says. Timers are left out: theirs may be ISO 8601 or cron. */
export const expressionsOf = (element: ModdleElement): string[] => {
  const found: string[] = [];
  if (isA(element, 'bpmn:SequenceFlow')) found.push(textOf(childOf(element, 'conditionExpression'), 'body'));
  if (isA(element, 'bpmn:ScriptTask')) found.push(textOf(element, 'script'));
  if (isA(element, 'bpmn:UserTask')) found.push(...Object.values(readAssignment(element)).filter(isNoTime));
  if (isA(element, 'bpmn:Activity')) {
    const binding = readTaskBinding(element);
    found.push(
      ...binding.inputs.map((input) => input.value),
      ...binding.outputs.map((output) => output.value),
    );
  }
  found.push(...repeating(element), ...given(element));
  if (isA(element, 'bpmn:ComplexGateway'))
    found.push(textOf(childOf(element, 'activationCondition'), 'body'));
  if (isA(element, 'bpmn:AdHocSubProcess'))
    found.push(textOf(childOf(element, 'completionCondition'), 'body'), textOf(element, 'relata:activate'));
  found.push(...(readDecision(element)?.inputs ?? []).map((input) => input.value));
  for (const condition of eventDefinitions(element, 'condition'))
    found.push(textOf(childOf(condition, 'condition'), 'body'));
  for (const message of [...eventDefinitions(element, 'message'), element])
    if (isA(message, 'bpmn:MessageEventDefinition', 'bpmn:ReceiveTask', 'bpmn:SendTask'))
      found.push(textOf(message, 'relata:correlationKey'));
  return found.filter((source) => source.trim() !== '');
};

const repeating = (element: ModdleElement): string[] => {
  const loop = isA(element, 'bpmn:Activity') ? loopOf(element) : undefined;
  if (!loop) return [];
  if (isA(loop, 'bpmn:StandardLoopCharacteristics')) return [textOf(childOf(loop, 'loopCondition'), 'body')];
  return [
    textOf(loop, 'relata:collection'),
    textOf(loop, 'relata:outputElement'),
    textOf(childOf(loop, 'loopCardinality'), 'body'),
    textOf(childOf(loop, 'completionCondition'), 'body'),
  ];
};

/** What goes into a call or a group of steps, and what comes out of it is over other variables. */
const given = (element: ModdleElement): string[] => {
  if (!isA(element, 'bpmn:CallActivity', 'bpmn:SubProcess')) return [];
  const pairs = readMapping(element, 'relata:In').pairs.map((pair) => pair.value);
  const isCall = isA(element, 'bpmn:CallActivity');
  return isCall ? [...pairs, textOf(element, 'relata:flow'), textOf(element, 'relata:businessKey')] : pairs;
};

/** A due date may be a bare day, or a time counted from the moment the work comes up: `P3D`, `business: PT4H`. */
const isNoTime = (source: string): boolean => !/^(business:|P[\dT]|\d{4}-\d{2}-\d{2})/.test(source.trim());
