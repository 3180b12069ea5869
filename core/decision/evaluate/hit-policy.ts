/** What becomes of the rules that hit: DMN 1.3, 8.2.8 and 8.2.11. */
import type { Value } from '../../expression/index.ts';
import { DecisionError } from '../decision-error.ts';
import type { Aggregation, DecisionTable, HitPolicy } from '../model.ts';
import type { CompiledTable } from './compile-table.ts';

export interface Hit {
  /** Of the rule, from 1. */
  number: number;
  outputs: Value[];
}

export interface Chosen {
  value: Value;
  rules: number[];
}

/** `fallback` gives the default outputs, or null where the table has none. */
export function choose(
  compiled: CompiledTable,
  hits: readonly Hit[],
  fallback: () => Value[] | null,
): Chosen {
  const { table } = compiled;
  if (hits.length === 0) return { value: noneHit(table, fallback()), rules: [] };
  return policies[table.hitPolicy](compiled, hits);
}

/** Lists are empty, a count is 0; all else is nothing. */
function noneHit(table: DecisionTable, fallback: Value[] | null): Value {
  const { hitPolicy, aggregation } = table;
  const isList = hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER' || hitPolicy === 'COLLECT';
  if (fallback !== null) return isList && !aggregation ? [rowOf(table, fallback)] : rowOf(table, fallback);
  if (aggregation) return aggregation === 'COUNT' ? 0 : null;
  return isList ? [] : null;
}

type Policy = (compiled: CompiledTable, hits: readonly Hit[]) => Chosen;

const one = ({ table }: CompiledTable, { number, outputs }: Hit): Chosen => ({
  value: rowOf(table, outputs),
  rules: [number],
});

const all = ({ table }: CompiledTable, hits: readonly Hit[]): Chosen => ({
  value: hits.map(({ outputs }) => rowOf(table, outputs)),
  rules: hits.map(({ number }) => number),
});

const policies: Record<HitPolicy, Policy> = {
  UNIQUE: (compiled, hits) => {
    if (hits.length > 1) throw new DecisionError('decision.several-hit', { rules: numbersOf(hits) });
    return one(compiled, hits[0]!);
  },
  ANY: (compiled, hits) => {
    const [first] = hits.map(({ outputs }) => JSON.stringify(outputs));
    if (hits.some(({ outputs }) => JSON.stringify(outputs) !== first))
      throw new DecisionError('decision.hits-differ', { rules: numbersOf(hits) });
    return { ...one(compiled, hits[0]!), rules: hits.map(({ number }) => number) };
  },
  FIRST: (compiled, hits) => one(compiled, hits[0]!),
  PRIORITY: (compiled, hits) => one(compiled, byPriority(compiled, hits)[0]!),
  'RULE ORDER': all,
  'OUTPUT ORDER': (compiled, hits) => all(compiled, byPriority(compiled, hits)),
  COLLECT: (compiled, hits) => {
    const { aggregation } = compiled.table;
    if (!aggregation) return all(compiled, hits);
    return { value: aggregate(aggregation, hits), rules: hits.map(({ number }) => number) };
  },
};

/** By the first output, then the next; rules of equal priority keep their order. */
const byPriority = ({ priorities }: CompiledTable, hits: readonly Hit[]): Hit[] =>
  hits.toSorted((a, b) => {
    for (const [index, order] of priorities.entries()) {
      const rank = ({ outputs }: Hit): number => order.get(outputs[index]) ?? order.size;
      if (rank(a) !== rank(b)) return rank(a) - rank(b);
    }
    return a.number - b.number;
  });

function aggregate(aggregation: Aggregation, hits: readonly Hit[]): Value {
  if (aggregation === 'COUNT') return hits.length;
  const numbers = hits.map(({ number, outputs: [value] }) => {
    if (typeof value === 'number') return value;
    throw new DecisionError('decision.not-number', { rule: String(number), value: JSON.stringify(value) });
  });
  if (aggregation === 'SUM') return exactSum(numbers);
  return aggregation === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
}

/** 0.1 and 0.2 are 0.3: whole numbers of the smallest digit are added. */
function exactSum(numbers: readonly number[]): number {
  const digits = Math.max(...numbers.map((each) => String(each).split('.')[1]?.length ?? 0));
  const scale = 10 ** digits;
  const sum = numbers.reduce((total, each) => total + Math.round(each * scale), 0) / scale;
  return digits > 15 || !Number.isFinite(sum) ? numbers.reduce((total, each) => total + each, 0) : sum;
}

/** One output is a value, several an object. */
function rowOf({ outputs }: DecisionTable, values: readonly Value[]): Value {
  if (outputs.length === 1) return values[0] ?? null;
  return Object.fromEntries(outputs.map(({ name }, index) => [name, values[index] ?? null]));
}

const numbersOf = (hits: readonly Hit[]): string => hits.map(({ number }) => number).join(', ');
