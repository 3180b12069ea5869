import type { EventKind } from './event-definition.ts';
import { childOf, isA, type ModdleElement } from './moddle-element.ts';

/** What an event can wait for, catch or throw where it stands; '' is nothing. Empty for where it has no choice. */
export const offeredEvents = (element: ModdleElement): readonly (EventKind | '')[] => {
  if (isA(element, 'bpmn:BoundaryEvent')) return onBorder(childOf(element, 'attachedToRef'));
  if (isA(element, 'bpmn:IntermediateCatchEvent')) return [...waited, 'link'];
  if (isA(element, 'bpmn:IntermediateThrowEvent'))
    return ['', 'message', 'signal', 'escalation', 'compensation', 'link'];
  if (isA(element, 'bpmn:EndEvent')) return atEnd(element.$parent);
  return isA(element, 'bpmn:StartEvent') && beginsBeside(element) ? atBegin(element) : [];
};

/** The start of an event sub-process. */
export const beginsBeside = (element: ModdleElement): boolean =>
  isA(element, 'bpmn:StartEvent') && element.$parent?.get('triggeredByEvent') === true;

const waited = ['timer', 'message', 'signal', 'condition'] as const;
const caught = [...waited, 'error', 'escalation'] as const;

const onBorder = (host: ModdleElement | undefined): EventKind[] => {
  const isTransaction = host !== undefined && isA(host, 'bpmn:Transaction');
  return [...caught, 'compensation', ...(isTransaction ? (['cancel'] as const) : [])];
};

const atEnd = (scope: ModdleElement | undefined): (EventKind | '')[] => {
  const isTransaction = scope !== undefined && isA(scope, 'bpmn:Transaction');
  const thrown = ['message', 'signal', 'error', 'escalation', 'compensation', 'terminate'] as const;
  return ['', ...thrown, ...(isTransaction ? (['cancel'] as const) : [])];
};

/** A flow as a whole is not undone; what stands in a group of steps can undo that group. */
const atBegin = (element: ModdleElement): EventKind[] => {
  const around = element.$parent?.$parent;
  return [...caught, ...(around && isA(around, 'bpmn:SubProcess') ? (['compensation'] as const) : [])];
};

/** These end what they stand on. */
export const mustInterrupt = (kind: EventKind | ''): boolean => kind === 'error' || kind === 'cancel';

/** These decide what becomes of the token: of what is thrown together, one at most. */
const deciding: readonly EventKind[] = ['error', 'compensation', 'cancel', 'terminate'];
/** These stand alone where something is caught. */
const apart: readonly EventKind[] = ['link', 'compensation', 'cancel'];

/** What an event can wait for or throw beside `others`. */
export const offeredBeside = (element: ModdleElement, others: readonly EventKind[]): EventKind[] => {
  const isTop = isA(element, 'bpmn:StartEvent') && !beginsBeside(element);
  const offered = isTop ? topStarts(element) : offeredEvents(element);
  const isThrown = isA(element, 'bpmn:ThrowEvent');
  const isParallel = element.get('parallelMultiple') === true;
  const isDecided = others.some((kind) => deciding.includes(kind));
  if (others.some((kind) => (isThrown ? kind === 'link' : apart.includes(kind)))) return [];
  return offered.filter((kind): kind is EventKind => {
    if (kind === '') return false;
    if (isThrown) return kind !== 'link' && !(isDecided && deciding.includes(kind));
    return !apart.includes(kind) && !(isParallel && isUrgent(kind));
  });
};

/** What is thrown at once cannot be waited for together with others. */
export const isUrgent = (kind: EventKind): boolean => kind === 'error' || kind === 'escalation';

const topStarts = (element: ModdleElement): EventKind[] =>
  element.$parent && isA(element.$parent, 'bpmn:Process') ? ['condition', 'timer', 'message', 'signal'] : [];
