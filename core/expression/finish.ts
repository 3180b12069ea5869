import { raise } from './expression-error.ts';
import type { Limits } from './limits.ts';
import { isCallable, type Value } from './value.ts';

/**
 * The result as plain JSON within the limits, or undefined for missing. Members that are missing or functions are
 * left out; in lists they are null.
 */
export function finish(value: unknown, limits: Limits): Value | undefined {
  let size = 0;
  const copy = (part: unknown, depth: number): Value | undefined => {
    if (typeof part === 'boolean' || part === null) return part;
    if (typeof part === 'number') return finite(part);
    size += typeof part === 'string' ? part.length / 16 : 1;
    if (size > limits.size) raise('expression.limit', { name: 'size', limit: limits.size });
    if (typeof part === 'string') return part;
    if (typeof part !== 'object' || isFunction(part)) return undefined;
    if (depth > limits.depth) raise('expression.limit', { name: 'depth', limit: limits.depth });
    if (Array.isArray(part)) return Array.from(part, (item) => copy(item, depth + 1) ?? null);
    const members: [string, Value][] = [];
    for (const [key, member] of Object.entries(part)) {
      const copied = copy(member, depth + 1);
      if (copied !== undefined) members.push([key, copied]);
    }
    return Object.fromEntries(members);
  };
  return copy(value, 0);
}

/** Adding zero makes 0 of -0, which JSON does not have. */
const finite = (value: number): number =>
  Number.isFinite(value) ? value + 0 : raise('expression.not-finite', { operator: 'number' });

/** Ours, and jsonata's two kinds. */
const isFunction = (value: object): boolean =>
  isCallable(value) || '_jsonata_lambda' in value || '_jsonata_function' in value;
