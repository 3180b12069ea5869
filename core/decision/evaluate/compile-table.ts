/** A table made ready: what can be is evaluated without the interpreter. */
import { simpleTest, literalOf, type Literal, type SimpleTest } from '../feel/simple-test.ts';
import type { DecisionTable, InputClause, OutputClause } from '../model.ts';

export interface CompiledTable {
  table: DecisionTable;
  rules: CompiledRule[];
  allowed: (CompiledTest | null)[];
  /** Place in the order of values, for priorities, by output. */
  priorities: Map<unknown, number>[];
}

export interface CompiledRule {
  id: string;
  /** From 1. */
  number: number;
  tests: CompiledTest[];
  results: CompiledResult[];
}

export interface CompiledTest {
  text: string;
  /** Null where the interpreter must be asked. */
  simple: SimpleTest | null;
}

export interface CompiledResult {
  text: string;
  literal?: Literal;
}

const kept = new WeakMap<DecisionTable, CompiledTable>();

export function compileTable(table: DecisionTable): CompiledTable {
  const known = kept.get(table);
  if (known) return known;
  const made: CompiledTable = {
    table,
    rules: table.rules.map(({ id, inputs, outputs }, index) => ({
      id,
      number: index + 1,
      tests: inputs.map(({ text }, column) => compileTest(text, table.inputs[column]!)),
      results: outputs.map(({ text }) => compileResult(text)),
    })),
    allowed: table.inputs.map((input) => (input.allowed === '' ? null : compileTest(input.allowed, input))),
    priorities: table.outputs.map(prioritiesOf),
  };
  kept.set(table, made);
  return made;
}

const compileTest = (text: string, { type }: InputClause): CompiledTest => ({
  text,
  simple: simpleTest(text, type),
});

export function compileResult(text: string): CompiledResult {
  const literal = text.trim() === '' ? null : literalOf(text);
  return { text, ...(literal !== undefined && { literal }) };
}

const prioritiesOf = ({ values }: OutputClause): Map<unknown, number> =>
  new Map(values.map((text, index) => [literalOf(text), index]));
