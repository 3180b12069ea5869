import { isObject, Sequence } from '../value.ts';
import type { Run } from './run.ts';

/** `*`: the values of all members, lists taken apart. */
export const wildcard: Run = (input, _frame, context) => {
  const holder = Array.isArray(input) || isObject(input) ? Object.values(input) : [];
  // Taking a list in makes a list, which does not collapse.
  const found: unknown[] = holder.some((value) => Array.isArray(value)) ? [] : new Sequence();
  for (const value of holder) {
    context.meter.step();
    for (const part of Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value])
      found.push(part);
  }
  return found;
};

/** `**`: the context and everything below it. */
export const descend: Run = (input, _frame, context) => {
  const found = new Sequence();
  const visit = (value: unknown): void => {
    context.meter.step();
    context.meter.enter();
    if (!Array.isArray(value)) found.push(value);
    const below = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
    below.forEach(visit);
    context.meter.leave();
  };
  if (input !== undefined) visit(input);
  return found.length === 1 ? found[0] : found;
};
