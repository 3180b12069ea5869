import { childOf, isA, type CreateElement, type ModdleElement } from './moddle-element.ts';

export const repetitions = ['once', 'loop', 'each'] as const;
/** Once, until something is true, or for each item of a list. */
export type Repetition = (typeof repetitions)[number];

export const loopOf = (activity: ModdleElement): ModdleElement | undefined =>
  childOf(activity, 'loopCharacteristics');

export const readRepetition = (activity: ModdleElement): Repetition => {
  const loop = loopOf(activity);
  if (!loop) return 'once';
  return isA(loop, 'bpmn:StandardLoopCharacteristics') ? 'loop' : 'each';
};

/** The properties of an activity that is repeated in this way from now on. */
export const writeRepetition = (
  create: CreateElement,
  activity: ModdleElement,
  repetition: Repetition,
): Record<string, unknown> => {
  if (repetition === 'once') return { loopCharacteristics: undefined };
  const type = repetition === 'loop' ? 'Standard' : 'MultiInstance';
  const loop = create(`bpmn:${type}LoopCharacteristics`);
  loop.$parent = activity;
  return { loopCharacteristics: loop };
};

/** Things are given: people do not repeat what an event begins. */
export const isRepeatable = (element: ModdleElement): boolean =>
  isA(element, 'bpmn:Activity') && element.get('triggeredByEvent') !== true;

export type Over = 'list' | 'count';

export const readOver = (loop: ModdleElement): Over => (childOf(loop, 'loopCardinality') ? 'count' : 'list');

/** A loop over a list, or so and so many times: what the other says goes. */
export const overList = (collection: string): Record<string, unknown> => ({
  'relata:collection': collection.trim() || undefined,
  loopCardinality: undefined,
});

export const overCount = (cardinality: ModdleElement | undefined): Record<string, unknown> => ({
  loopCardinality: cardinality,
  'relata:collection': undefined,
  'relata:elementVariable': undefined,
});
