import { isCalendarId } from '../../named-calendar.ts';
import { definitionsIn } from '../graph/events.ts';
import type {
  EventDefinition,
  FlowNode,
  Graph,
  LoopDefinition,
  NamedExpression,
  TimerDefinition,
} from '../graph/index.ts';
import { isTimerLiteral } from './timer/parse-timer.ts';

/** Every expression that is evaluated at an element, its outgoing conditions included. */
export const expressionsOf = (graph: Graph, node: FlowNode): string[] => {
  const { script, work, task, decision, message, mapping, data, call, loop, adHoc } = node;
  const sources: (string | undefined)[] = [script?.source, node.activationCondition];
  if (work) {
    const dates = [work.due, work.followUp].filter((date) => date !== undefined && !isTimerLiteral(date));
    sources.push(work.assignee, work.candidateUsers, work.candidateRoles, work.priority, ...dates);
    sources.push(calendarExpression(work.calendar));
    if (work.form && 'fields' in work.form) sources.push(...work.form.fields.map((field) => field.value));
  }
  if (adHoc) sources.push(adHoc.completionCondition, adHoc.activate);
  if (task) sources.push(...valuesOf(task.inputs), ...valuesOf(task.outputs));
  if (decision) sources.push(...valuesOf(decision.inputs));
  if (message) sources.push(message.correlationKey, ...valuesOf(message.payload));
  if (data) sources.push(...valuesOf(data.in), ...valuesOf(data.out));
  if (mapping) sources.push(...valuesOf(mapping.in), ...valuesOf(mapping.out));
  if (call) {
    sources.push(call.businessKey, ...valuesOf(call.in), ...valuesOf(call.out));
    if ('expression' in call.flow) sources.push(call.flow.expression);
  }
  if (loop) sources.push(...expressionsOfLoop(loop));
  // Those of what starts an instance are evaluated by whoever listens, before there is one.
  if (node.type !== 'startEvent' || node.scope !== graph.key)
    sources.push(...definitionsIn(node).flatMap(expressionsOfEvent));
  for (const flow of node.outgoing) sources.push(graph.flows[flow]!.condition);
  return sources.filter((source) => source !== undefined && source !== '') as string[];
};

export const expressionsOfGraph = (graph: Graph): string[] =>
  Object.values(graph.nodes).flatMap((node) => expressionsOf(graph, node));

const expressionsOfLoop = (loop: LoopDefinition): (string | undefined)[] => {
  if (loop.kind === 'standard') return [loop.condition];
  const complex = loop.complex ?? [];
  const thrown = [loop.oneEvent, loop.noneEvent, ...complex.map((each) => each.event)];
  return [
    ...[loop.cardinality, loop.collection, loop.completionCondition, loop.outputElement],
    ...complex.map((each) => each.condition),
    ...thrown.flatMap((event) => (event === undefined ? [] : expressionsOfEvent(event))),
  ];
};

const expressionsOfEvent = (event: EventDefinition): (string | undefined)[] => {
  switch (event.kind) {
    case 'timer':
      return expressionsOfTimer(event.timer);
    case 'message':
      return [event.correlationKey, ...valuesOf(event.payload)];
    case 'signal':
      return valuesOf(event.payload);
    case 'conditional':
      return [event.condition];
    default:
      return [];
  }
};

/** What a timer's text and its calendar are, where they are not written out. */
export const expressionsOfTimer = ({ text, calendar }: TimerDefinition): (string | undefined)[] => [
  isTimerLiteral(text) ? undefined : text,
  calendarExpression(calendar),
];

const calendarExpression = (calendar: string | undefined): string | undefined =>
  calendar === undefined || isCalendarId(calendar) ? undefined : calendar;

const valuesOf = (pairs: readonly NamedExpression[] | undefined): string[] =>
  (pairs ?? []).map((pair) => pair.value);
