import type { Facts } from './annotate.ts';
import type { Environment } from './context.ts';
import { memberOf } from './function/logic.ts';
import type { Value, Variables } from './value.ts';

/** Characters of a value that are kept: enough to see what is wrong, too little to copy a record. */
const shownLength = 300;

/** What an expression that failed had read: names of the scope and paths of bindings, with their values. */
export function seenInput(facts: Pick<Facts, 'roots' | 'paths'>, scope: Variables, env: Environment): Value {
  const seen: [string, Value][] = [];
  for (const root of facts.roots) if (Object.hasOwn(scope, root)) seen.push([root, shown(scope[root])]);
  for (const { root, path } of facts.paths) {
    const start: unknown = env.bindings[root.slice(1)];
    seen.push([[root, ...path].join('.'), shown(path.reduce<unknown>(memberOf, start))]);
  }
  return Object.fromEntries(seen);
}

function shown(value: unknown): Value {
  if (value === undefined || value === null) return null;
  try {
    const text = JSON.stringify(value);
    return text.length <= shownLength ? (JSON.parse(text) as Value) : `${text.slice(0, shownLength)}…`;
  } catch {
    // Nested deeper than the stack, which may be the very error.
    return '…';
  }
}
