/** A column cut into pieces within which every cell of it says the same. */
import { holds, simpleTest, type Literal, type SimpleTest } from '../feel/simple-test.ts';
import type { DecisionTable, InputClause } from '../model.ts';
import type { Span } from './region.ts';

export interface Segment {
  span: Span;
  /** Indices of the rules that hold for it. */
  rules: ReadonlySet<number>;
}

/** Null where a cell of the column is a formula. */
export function segmentsOf(table: DecisionTable, column: number): Segment[] | null {
  const input = table.inputs[column]!;
  const tests = table.rules.map((rule) => simpleTest(rule.inputs[column]!.text, input.type));
  const allowed = input.allowed === '' ? undefined : simpleTest(input.allowed, input.type);
  if (tests.includes(null) || allowed === null) return null;
  const simple = tests as SimpleTest[]; // None is null.
  const all = allowed === undefined ? simple : [...simple, allowed];
  const pieces = isOrdered(input, all) ? between(bordersOf(all), input) : valuePieces(input, all);
  return pieces
    .filter(({ sample }) => allowed === undefined || holds(allowed, sample))
    .map(({ sample, span }) => ({
      span,
      rules: new Set(simple.flatMap((test, index) => (holds(test, sample) ? [index] : []))),
    }));
}

interface Piece {
  /** Any value in it. */
  sample: Literal;
  span: Span;
}

const isOrdered = ({ type }: InputClause, tests: readonly SimpleTest[]): boolean =>
  type === 'number' ||
  type === 'date' ||
  (type === 'any' && tests.some(({ alternatives }) => alternatives.some((each) => each.kind === 'range')));

function bordersOf(tests: readonly SimpleTest[]): number[] {
  const borders = tests
    .flatMap((test) => test.alternatives)
    .flatMap((each) => (each.kind === 'range' ? [each.low, each.high] : [each.value]))
    .filter((end): end is number => typeof end === 'number' && Number.isFinite(end));
  return [...new Set(borders)].sort((a, b) => a - b);
}

/** The borders, what lies between them, and what beyond. */
function between(borders: readonly number[], { type }: InputClause): Piece[] {
  const told = (value: number): string =>
    type === 'date' ? new Date(value).toISOString().slice(0, 10) : String(value);
  const [first] = borders;
  const last = borders.at(-1);
  if (first === undefined || last === undefined) return [{ sample: 0, span: { kind: 'range' } }];
  const step = type === 'date' ? 86_400_000 : 1;
  const pieces: Piece[] = [{ sample: first - step, span: { kind: 'range', high: told(first) } }];
  for (const [index, low] of borders.entries()) {
    const at = told(low);
    pieces.push({ sample: low, span: { kind: 'range', low: at, lowIn: true, high: at, highIn: true } });
    const high = borders[index + 1];
    // There is no time between a day and the next.
    if (high === undefined || (type === 'date' && high - low <= step)) continue;
    pieces.push({ sample: (low + high) / 2, span: { kind: 'range', low: at, high: told(high) } });
  }
  return [...pieces, { sample: last + step, span: { kind: 'range', low: told(last) } }];
}

/** A text that no cell names. */
const unnamed = '\u0001';

function valuePieces({ type, allowed }: InputClause, tests: readonly SimpleTest[]): Piece[] {
  const values = new Set<Literal>(type === 'boolean' ? [true, false] : []);
  for (const each of tests.flatMap((test) => test.alternatives))
    if (each.kind === 'value' && each.value !== null) values.add(each.value);
  const pieces = [...values].map((value): Piece => ({
    sample: value,
    span: { kind: 'values', values: [JSON.stringify(value)] },
  }));
  if (type === 'boolean' || allowed !== '') return pieces;
  return [...pieces, { sample: unnamed, span: { kind: 'other' } }];
}
