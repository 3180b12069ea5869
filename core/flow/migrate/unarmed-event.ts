import { definitionsIn } from '../graph/events.ts';
import type { FlowNode, Graph } from '../graph/index.ts';
import { compile } from '../step/evaluate.ts';
import type { Mapping, Token } from '../step/index.ts';
import { isTimerLiteral } from '../step/timer/parse-timer.ts';
import { addedEvents } from './added-events.ts';

/**
 * A boundary event that came with the version at an activity whose token awaits something already, and that a record
 * must be read for: it could not be armed, and nobody would hear of it. `after` is the activity there.
 */
export function unarmedEvent(
  { from, to, mapping }: { from: Graph; to: Graph; mapping: Mapping },
  token: Token,
  after: FlowNode,
): FlowNode | undefined {
  const isBusy = token.todo !== undefined || token.ask !== undefined || token.incident !== undefined;
  if (!isBusy || !token.isEntered || token.role !== undefined || token.iteration !== undefined)
    return undefined;
  return addedEvents(from, to, mapping)
    .map((id) => to.nodes[id]!)
    .find((event) => event.attachedTo === after.id && sourcesOf(event).some(mustAsk));
}

/** What is evaluated to arm it: its times and keys. */
const sourcesOf = (event: FlowNode): string[] => {
  const keys = event.message?.correlationKey ?? [];
  const events = definitionsIn(event).flatMap((definition) => {
    if (definition.kind === 'message') return definition.correlationKey ?? [];
    return definition.kind === 'timer' && !isTimerLiteral(definition.timer.text) ? definition.timer.text : [];
  });
  return [...events, ...[keys].flat()];
};

/** The id of the record is known without reading it. */
const mustAsk = (source: string): boolean => {
  const { isSync, bindings, subjectPaths, expression } = compile(source);
  return (
    !isSync ||
    expression.hostFunctions.length > 0 ||
    (bindings.includes('subject') && subjectPaths.some((path) => path !== 'id'))
  );
};
