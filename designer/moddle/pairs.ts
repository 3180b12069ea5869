import { extensionsOf } from './extension.ts';
import { textOf, type CreateElement, type ModdleElement } from './moddle-element.ts';

/** `name` gets the value of the JSONata `value`. */
export interface Pair {
  name: string;
  value: string;
}

/** What travels with a message or signal. */
export const readPayload = (part: ModdleElement): Pair[] =>
  extensionsOf(part, 'relata:Payload').map((each) => ({
    name: textOf(each, 'name'),
    value: textOf(each, 'value'),
  }));

export const writePayload = (create: CreateElement, pairs: readonly Pair[]): ModdleElement[] =>
  pairs.map((pair) => create('relata:Payload', { ...pair }));

/** One side of a mapping: names and values, and whether everything goes over. */
export interface Mapping {
  isAll: boolean;
  pairs: Pair[];
}
export type Side = 'relata:In' | 'relata:Out';

export const readMapping = (element: ModdleElement, side: Side): Mapping => {
  const found = extensionsOf(element, side);
  return {
    isAll: found.some((each) => each.get('all') === true),
    pairs: found
      .filter((each) => textOf(each, 'source') !== '')
      .map((each) => ({
        name: textOf(each, 'target') || textOf(each, 'source'),
        value: textOf(each, 'source'),
      })),
  };
};

export const writeMapping = (
  create: CreateElement,
  side: Side,
  { isAll, pairs }: Mapping,
): ModdleElement[] => [
  ...(isAll ? [create(side, { all: true })] : []),
  ...pairs.map(({ name, value }) => create(side, { source: value, target: name })),
];
