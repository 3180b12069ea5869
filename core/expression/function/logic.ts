import { raise } from '../expression-error.ts';
import { isTrue } from '../operator/truth.ts';
import { Sequence, typeName } from '../value.ts';
import { ofMany, ofOne, text, type Family } from './built-in.ts';
import { toText } from './to-text.ts';

const jsonataTypes: Record<string, string> = { text: 'string', list: 'array' };

function clone(value: unknown): unknown {
  return JSON.parse(text(toText(value)));
}

/** Truth, types, and stopping on purpose. */
export const logic: Family = {
  boolean: ofOne('<x-:b>', isTrue),
  not: ofOne('<x-:b>', (value) => !isTrue(value)),
  exists: { signature: '<x:b>', arity: 1, run: ([value]) => value !== undefined },
  type: ofOne('<x:s>', (value) => jsonataTypes[typeName(value)] ?? typeName(value)),
  clone: ofOne('<(oa)-:o>', clone),
  error: {
    signature: '<s?:x>',
    arity: 1,
    run: ([detail]) => raise('expression.raised', { detail: detail ?? '$error' }),
  },
  assert: {
    signature: '<bs?:x>',
    arity: 2,
    run: ([holds, detail]) =>
      holds === true ? undefined : raise('expression.raised', { detail: detail ?? '$assert' }),
  },
  base64encode: ofOne('<s-:s>', (value) => Buffer.from(text(value), 'latin1').toString('base64')),
  base64decode: ofOne('<s-:s>', (value) => Buffer.from(text(value), 'base64').toString('latin1')),
  lookup: ofMany('<x-s:x>', 2, ([value, key]) => memberOf(value, text(key))),
};

/** A member by name; of a list, the members of its items in one sequence. Missing when there is none. */
export function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const found = new Sequence();
    for (const item of value) {
      const member = memberOf(item, name);
      if (Array.isArray(member)) for (const part of member) found.push(part);
      else if (member !== undefined) found.push(member);
    }
    return found;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  // An object that has the member: reading it is what the check allows.
  return (value as Record<string, unknown>)[name];
}
