import { raise } from '../expression-error.ts';
import { isTrue } from '../operator/truth.ts';
import { isObject, Sequence, type Callable } from '../value.ts';
import { list, ofMany, type Call, type Family } from './built-in.ts';

/** Passes as many of the arguments as the function can take, and at least one. */
function invoke(call: Call, by: unknown, args: unknown[]): unknown {
  call.context.meter.step();
  const callable = by as Callable; // The signature has checked that it is a function.
  return callable.call(args.slice(0, Math.max(1, callable.arity)), undefined);
}

function map([values, by]: unknown[], call: Call): unknown {
  const results = new Sequence();
  list(values).forEach((item, index, all) => {
    const result = invoke(call, by, [item, index, all]);
    if (result !== undefined) results.push(result);
  });
  return results;
}

function filter([values, by]: unknown[], call: Call): unknown {
  const kept = new Sequence();
  list(values).forEach((item, index, all) => {
    if (isTrue(invoke(call, by, [item, index, all]))) kept.push(item);
  });
  return kept;
}

function single([values, by]: unknown[], call: Call): unknown {
  const found = list(values).filter((item, index) =>
    by === undefined ? true : isTrue(invoke(call, by, [item, index, values])),
  );
  if (found.length === 1) return found[0];
  return raise('expression.raised', { detail: `$single: ${found.length}` });
}

function reduce([values, by, start]: unknown[], call: Call): unknown {
  const { arity } = by as Callable; // The signature has checked that it is a function.
  if (arity < 2) raise('expression.argument', { name: 'reduce', index: 2, found: `a function of ${arity}` });
  const items = list(values);
  const isFromFirst = start === undefined && items.length > 0;
  let result = isFromFirst ? items[0] : start;
  for (let index = isFromFirst ? 1 : 0; index < items.length; index++) {
    result = invoke(call, by, [result, items[index], index, items]);
  }
  return result;
}

function sift([object, by]: unknown[], call: Call): unknown {
  const entries = membersOf(object).filter(([key, value]) => isTrue(invoke(call, by, [value, key, object])));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function each([object, by]: unknown[], call: Call): unknown {
  const results = new Sequence();
  for (const [key, value] of membersOf(object)) {
    const result = invoke(call, by, [value, key, object]);
    if (result !== undefined) results.push(result);
  }
  return results;
}

const membersOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);

/** Functions that call a function for each item or member. */
export const higherOrder: Family = {
  map: ofMany('<af>', 2, map),
  filter: ofMany('<af>', 2, filter),
  single: ofMany('<af?>', 2, single),
  reduce: ofMany('<afj?:j>', 3, reduce),
  sift: { signature: '<o-f?:o>', arity: 2, run: sift },
  each: { signature: '<o-f:a>', arity: 2, run: each },
};
