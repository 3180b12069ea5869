import { raise } from '../expression-error.ts';
import { isSame } from '../operator/equality.ts';
import { isTrue } from '../operator/truth.ts';
import { isCallable, Sequence, typeName, type Callable } from '../value.ts';
import { list, ofMany, ofOne, type Call, type Family } from './built-in.ts';

export function append(left: unknown, right: unknown): unknown {
  if (left === undefined) return right;
  if (right === undefined) return left;
  // Always a list: appending to what a path found makes a list of it, even one without items.
  return [...(Array.isArray(left) ? left : [left]), ...(Array.isArray(right) ? right : [right])];
}

function distinct(value: unknown, call: Call): unknown {
  if (!Array.isArray(value) || value.length <= 1) return value;
  const found: unknown[] = value instanceof Sequence ? new Sequence() : [];
  for (const item of value) {
    if (found.every((known) => (call.context.meter.step(), !isSame(known, item)))) found.push(item);
  }
  return found;
}

function sort([values, by]: unknown[], call: Call): unknown {
  const items = list(values);
  if (items.length <= 1) return items;
  if (isCallable(by)) return mergeSort(items, (a, b) => isTrue(swap(by, [a, b], call)));
  const types = new Set(items.map(typeName));
  if (types.size > 1 || !(types.has('number') || types.has('text'))) {
    raise('expression.not-comparable', { operator: '$sort', left: [...types][0], right: [...types][1] });
  }
  return mergeSort(items, (a, b) => {
    call.context.meter.step();
    return (a as string) > (b as string); // Both are numbers or both text, checked above.
  });
}

const swap = (by: Callable, args: [unknown, unknown], call: Call): unknown => {
  call.context.meter.step();
  return by.call(args, undefined);
};

/** Stable; `isAfter(a, b)` says that a belongs behind b. */
export function mergeSort(items: unknown[], isAfter: (a: unknown, b: unknown) => boolean): unknown[] {
  if (items.length <= 1) return [...items];
  const middle = Math.floor(items.length / 2);
  const left = mergeSort(items.slice(0, middle), isAfter);
  const right = mergeSort(items.slice(middle), isAfter);
  const merged: unknown[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    merged.push(isAfter(left[l], right[r]) ? right[r++] : left[l++]);
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
}

function zip(args: unknown[]): unknown {
  const lists = args.map((arg) => (Array.isArray(arg) ? (arg as unknown[]) : []));
  const length = Math.min(...lists.map((items) => items.length));
  return Array.from({ length }, (_, index) => lists.map((items) => items[index]));
}

/** Functions of lists that call nobody. */
export const listing: Family = {
  append: {
    signature: '<xx:a>',
    arity: 2,
    run: ([left, right], call) => {
      call.context.meter.size(
        (Array.isArray(left) ? left.length : 1) + (Array.isArray(right) ? right.length : 1),
      );
      return append(left, right);
    },
  },
  reverse: ofOne('<a:a>', (values) => (list(values).length <= 1 ? values : [...list(values)].toReversed())),
  distinct: ofOne('<x:x>', distinct),
  sort: ofMany('<af?:a>', 2, sort),
  zip: { signature: '<a+>', arity: 0, run: zip },
};
