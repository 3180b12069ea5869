import { definitionsOf, typeOf } from './source.ts';
import type { Source } from './source.ts';

/**
 * What of the standard an element uses that the engine does not run: deployment refuses it by name, so that
 * nothing is degraded silently. Types without an entry in `elements/registry.ts` are refused beside these.
 * Each name is a text `deploy.what.<name>`.
 */
export function* unsupported(source: Source): Generator<string> {
  yield* unsupportedEvents(source);
}

function* unsupportedEvents(source: Source): Generator<string> {
  if (!typeOf(source).endsWith('Event')) return;
  const kinds = definitionsOf(source).map((each) => typeOf(each).replace('EventDefinition', ''));
  for (const kind of kinds) if (!runnable[positionOf(source)]?.has(kind)) yield `${kind}Event`;
  if (kinds.length > 1) yield* unsupportedTogether(source, kinds);
}

/** Of several, all wait or all are thrown; at most one of what is thrown decides what becomes of the token. */
function* unsupportedTogether(source: Source, kinds: readonly string[]): Generator<string> {
  const isParallel = source.get('parallelMultiple') === true;
  const apart = kinds.filter((kind) => kind === 'link' || kind === 'compensate' || kind === 'cancel');
  const deciding = kinds.filter((kind) => /^(error|compensate|cancel|terminate)$/.test(kind));
  if (/^(intermediateThrowEvent|endEvent)$/.test(typeOf(source))) {
    if (kinds.includes('link') || deciding.length > 1) yield 'multiple';
  } else if (apart.length > 0) yield 'multiple';
  else if (isParallel && kinds.some((kind) => kind === 'error' || kind === 'escalation'))
    yield 'parallelMultiple';
}

const positionOf = (source: Source): string => {
  const isInside = source.$parent?.get('triggeredByEvent') === true;
  return isInside && typeOf(source) === 'startEvent' ? 'eventSubProcess' : typeOf(source);
};

/** The event definitions that run, by the position of the event. */
const runnable: Record<string, ReadonlySet<string>> = {
  // Errors and the like are refused at the top and in sub-processes by a sentence of their own.
  startEvent: new Set(['message', 'timer', 'conditional', 'signal', 'error', 'escalation', 'compensate']),
  eventSubProcess: new Set([
    'message',
    'timer',
    'signal',
    'conditional',
    'error',
    'escalation',
    'compensate',
  ]),
  intermediateCatchEvent: new Set(['message', 'timer', 'signal', 'conditional', 'link']),
  boundaryEvent: new Set([
    'message',
    'timer',
    'signal',
    'conditional',
    'error',
    'escalation',
    'compensate',
    'cancel',
  ]),
  intermediateThrowEvent: new Set(['message', 'signal', 'escalation', 'compensate', 'link']),
  endEvent: new Set(['message', 'signal', 'error', 'escalation', 'compensate', 'cancel', 'terminate']),
};
