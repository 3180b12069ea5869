import type { Group, Node } from '../ast.ts';
import { pairsOf } from '../ast.ts';
import type { Context, Frame } from '../context.ts';
import { raise } from '../expression-error.ts';
import { append } from '../function/listing.ts';
import { ConstructedList, sequenceOf, typeName } from '../value.ts';
import type { Compiler, Run } from './run.ts';

/** `[a, b]`: missing items are left out, lists are taken in, constructed lists stay lists. */
export function compileList(node: Node, compiler: Compiler): Run {
  const items = (node.expressions ?? []).map((item) => ({
    run: compiler.compile(item),
    isList: item.value === '[',
  }));
  return (input, frame, context) => {
    const result: unknown[] = node.consarray ? new ConstructedList() : [];
    for (const { run, isList } of items) {
      const value = run(input, frame, context);
      if (value === undefined) continue;
      if (isList || !Array.isArray(value)) result.push(value);
      else for (const part of value) result.push(part);
      context.meter.size(result.length);
    }
    return result;
  };
}

/** `{key: value}` for the context; over a list, one object with the items grouped by key. */
export const compileObject = (node: Node, compiler: Compiler): Run =>
  compileGroup({ lhs: pairsOf(node), position: node.position }, compiler);

interface Pair {
  key: Run;
  value: Run;
}

interface Entry {
  items: unknown;
  pair: Pair;
}

export function compileGroup(group: Group, compiler: Compiler): Run {
  const pairs: Pair[] = group.lhs.map(([key, value]) => ({
    key: compiler.compile(key),
    value: compiler.compile(value),
  }));
  return (input, frame, context) => {
    const entries = collect(input, pairs, { frame, context, position: group.position });
    const members: [string, unknown][] = [];
    for (const [key, { items, pair }] of entries) {
      const value = pair.value(items, frame, context);
      if (value !== undefined) members.push([key, value]);
    }
    return Object.fromEntries(members);
  };
}

function collect(
  input: unknown,
  pairs: Pair[],
  { frame, context, position }: { frame: Frame | undefined; context: Context; position?: number },
): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const list: unknown[] = Array.isArray(input) ? input : sequenceOf([input]);
  for (const item of list.length === 0 ? [undefined] : list) {
    for (const pair of pairs) {
      context.meter.step();
      const key = pair.key(item, frame, context);
      if (key === undefined) continue;
      if (typeof key !== 'string') return raise('expression.argument', keyProblem(key), position);
      const known = entries.get(key);
      if (!known) entries.set(key, { items: item, pair });
      else if (known.pair === pair) known.items = append(known.items, item);
      else raise('expression.argument', { name: '{…}', index: 1, found: `“${key}” twice` }, position);
    }
  }
  return entries;
}

const keyProblem = (key: unknown): Record<string, unknown> => ({
  name: '{…}',
  index: 1,
  found: typeName(key),
});
