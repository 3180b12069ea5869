import { literalOf, simpleTest, isAnything } from '../feel/simple-test.ts';
import { readFeel } from '../feel/read-feel.ts';
import type { Aggregation, DecisionTable, FeelType, InputClause, OutputClause } from '../model.ts';
import type { Findings, Place } from '../problem.ts';
import { checkFeel } from './check-feel.ts';

export interface TableGiven {
  place: Place;
  /** Names of required decisions and of input data. */
  known: ReadonlySet<string>;
}

/** Every cell can be read and fits its column; marks the table where it needs a limit of time. */
export function checkTable(findings: Findings, table: DecisionTable, { place, known }: TableGiven): void {
  checkPolicy(findings, table, place);
  const isHeavy = [
    ...table.inputs.map((input) => checkInput(findings, input, { place, known })),
    ...checkRules(findings, table, { place, known: new Set([...known, ...namesIn(table, known)]) }),
  ];
  if (isHeavy.some(Boolean)) table.isHeavy = true;
}

function checkPolicy(findings: Findings, table: DecisionTable, place: Place): void {
  const { hitPolicy, aggregation, outputs, rules } = table;
  if (rules.length === 0) findings.add('table-no-rule', place);
  if (aggregation && outputs.length > 1) findings.add('aggregation-outputs', place, { aggregation });
  const [only] = outputs;
  if (only && addsUp(aggregation) && only.type !== 'number' && only.type !== 'any')
    findings.add(
      'aggregation-type',
      { ...place, element: only.id, column: only.label },
      { aggregation: aggregation!, given: only.type },
    );
  if (
    (hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER') &&
    outputs.every((each) => each.values.length === 0)
  )
    findings.add('priority-values', place, { policy: hitPolicy });
  const names = outputs.map((each) => each.name);
  if (outputs.length > 1)
    for (const output of outputs)
      if (output.name === '' || names.filter((name) => name === output.name).length > 1)
        findings.add(
          'output-name',
          { ...place, element: output.id, column: output.label },
          { name: output.name },
        );
}

/** It counts whatever there is; all others calculate with numbers. */
const addsUp = (aggregation: Aggregation | undefined): boolean =>
  aggregation !== undefined && aggregation !== 'COUNT';

function checkInput(findings: Findings, input: InputClause, { place, known }: TableGiven): boolean {
  const at = { ...place, element: input.id, column: input.label };
  if (input.expression === '') return findings.add('input-empty', at) ?? false;
  if (input.allowed !== '') checkFeel(findings, { text: input.allowed, kind: 'tests', known, place: at });
  return checkFeel(findings, { text: input.expression, kind: 'expression', known, place: at, isOpen: true });
}

/** A cell may speak of what the columns speak of. */
const namesIn = (table: DecisionTable, known: ReadonlySet<string>): string[] =>
  table.inputs.flatMap(({ expression }) => readFeel(expression, 'expression', known).names);

function* checkRules(
  findings: Findings,
  table: DecisionTable,
  { place, known }: TableGiven,
): Generator<boolean> {
  for (const [index, rule] of table.rules.entries()) {
    const row = { ...place, rule: index + 1 };
    for (const [column, cell] of rule.inputs.entries()) {
      const input = table.inputs[column]!;
      const at = { ...row, element: cell.id || rule.id, column: input.label };
      if (isAnything(cell.text)) continue;
      yield checkFeel(findings, { text: cell.text, kind: 'tests', known, place: at });
      checkTest(findings, { text: cell.text, input, place: at });
    }
    for (const [column, cell] of rule.outputs.entries()) {
      const output = table.outputs[column]!;
      const at = { ...row, element: cell.id || rule.id, column: output.label };
      if (cell.text === '') {
        findings.add('output-empty', at);
        continue;
      }
      yield checkFeel(findings, { text: cell.text, kind: 'expression', known, place: at });
      const isAny = output.type === 'any' && addsUp(table.aggregation);
      const wanted: OutputClause = isAny ? { ...output, type: 'number' } : output;
      checkResult(findings, { text: cell.text, output: wanted, place: at });
    }
  }
}

function checkTest(
  findings: Findings,
  { text, input, place }: { text: string; input: InputClause; place: Place },
): void {
  const test = simpleTest(text, input.type);
  // Dates and the like are compared with what the interpreter makes of them.
  if (!['string', 'number', 'boolean'].includes(input.type)) return;
  for (const each of test?.alternatives ?? []) {
    const given = each.kind === 'range' ? 'number' : typeof each.value;
    if (given !== input.type && !(each.kind === 'value' && each.value === null))
      findings.add('type-differs', place, { text, wanted: input.type, given });
  }
}

function checkResult(
  findings: Findings,
  { text, output, place }: { text: string; output: OutputClause; place: Place },
): void {
  const literal = literalOf(text);
  if (literal === undefined || literal === null) return;
  const given: FeelType = typeof literal as 'string' | 'number' | 'boolean'; // a literal is one of these
  if (['string', 'number', 'boolean'].includes(output.type) && given !== output.type)
    findings.add('type-differs', place, { text, wanted: output.type, given });
  else if (output.values.length > 0 && !output.values.some((value) => literalOf(value) === literal))
    findings.add('value-not-allowed', place, { text, allowed: output.values.join(', ') });
}
