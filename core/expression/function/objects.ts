import { isObject, Sequence, sequenceOf } from '../value.ts';
import { append } from './listing.ts';
import { list, ofOne, type Family } from './built-in.ts';

function keysOf(value: unknown): unknown {
  if (!Array.isArray(value)) return sequenceOf(isObject(value) ? Object.keys(value) : []);
  return sequenceOf(new Set(value.flatMap((item) => [...(keysOf(item) as Sequence)])));
}

function spread(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spread).reduce((all, part) => append(all, part), new Sequence());
  if (!isObject(value)) return value;
  return sequenceOf(Object.entries(value).map(([key, member]) => ({ [key]: member })));
}

/** Functions of objects. */
export const objects: Family = {
  keys: { signature: '<x-:a<s>>', arity: 1, run: ([value]) => keysOf(value) },
  spread: { signature: '<x-:a<o>>', arity: 1, run: ([value]) => spread(value) },
  merge: ofOne('<a<o>:o>', (values) =>
    Object.fromEntries(list(values).flatMap((value) => (isObject(value) ? Object.entries(value) : []))),
  ),
};
