import {
  aggregations,
  hitPolicies,
  type Aggregation,
  type DecisionTable,
  type HitPolicy,
  type InputClause,
  type OutputClause,
  type Rule,
} from '../model.ts';
import type { Place } from '../problem.ts';
import type { Reading } from './reading.ts';
import { splitLiterals } from './split-literals.ts';
import { many, one, text, type Source } from './source.ts';

const mostRules = 2_000;
const mostColumns = 60;

export function readTable(reading: Reading, source: Source, place: Place): DecisionTable | undefined {
  const { findings } = reading;
  const policies = readPolicy(reading, source, place);
  const inputs = many(source, 'input').map((each) => readInput(reading, each, place));
  const outputs = many(source, 'output').map((each, _index, all) => readOutput(reading, each, all));
  const rows = many(source, 'rule');
  if (outputs.length === 0) return findings.add('table-no-output', place);
  if (rows.length > mostRules || inputs.length + outputs.length > mostColumns)
    return findings.add('table-too-large', place, { rules: mostRules, columns: mostColumns });
  const rules = rows.map((each, index) => readRule(each, index));
  const isRagged = (rule: Rule): boolean =>
    rule.inputs.length !== inputs.length || rule.outputs.length !== outputs.length;
  for (const [index, rule] of rules.entries())
    if (isRagged(rule))
      findings.add(
        'cell-count',
        { ...place, element: rule.id, rule: index + 1 },
        {
          inputs: inputs.length,
          outputs: outputs.length,
        },
      );
  if (policies === undefined || rules.some(isRagged)) return undefined;
  return { kind: 'table', ...policies, inputs, outputs, rules };
}

function readPolicy(
  { findings }: Reading,
  source: Source,
  place: Place,
): { hitPolicy: HitPolicy; aggregation?: Aggregation } | undefined {
  const given = text(source, 'hitPolicy') || 'UNIQUE';
  const hitPolicy = hitPolicies.find((each) => each === given);
  if (hitPolicy === undefined) return findings.add('hit-policy-unknown', place, { value: given });
  const wanted = text(source, 'aggregation');
  if (wanted === '' || hitPolicy !== 'COLLECT') return { hitPolicy };
  const aggregation = aggregations.find((each) => each === wanted);
  if (aggregation === undefined) return findings.add('hit-policy-unknown', place, { value: wanted });
  return { hitPolicy, aggregation };
}

function readInput({ types, findings }: Reading, source: Source, place: Place): InputClause {
  const expression = one(source, 'inputExpression');
  const label = text(source, 'label') || text(expression, 'text') || (source.id ?? '');
  checkLanguage(findings, expression, { ...place, element: source.id ?? null, column: label });
  const { type, allowed } = types.of(text(expression, 'typeRef'));
  return {
    id: source.id ?? '',
    label,
    expression: text(expression, 'text'),
    type,
    allowed: text(one(source, 'inputValues'), 'text') || allowed,
  };
}

function readOutput({ types }: Reading, source: Source, all: readonly Source[]): OutputClause {
  const { type, allowed } = types.of(text(source, 'typeRef'));
  const name = text(source, 'name');
  return {
    id: source.id ?? '',
    name: all.length === 1 ? '' : name,
    label: text(source, 'label') || name || (source.id ?? ''),
    type,
    values: splitLiterals(text(one(source, 'outputValues'), 'text') || allowed),
    fallback: text(one(source, 'defaultOutputEntry'), 'text'),
  };
}

const readRule = (source: Source, index: number): Rule => ({
  id: source.id ?? `rule ${index + 1}`,
  inputs: many(source, 'inputEntry').map(readCell),
  outputs: many(source, 'outputEntry').map(readCell),
});

const readCell = (source: Source): { id: string; text: string } => ({
  id: source.id ?? '',
  text: text(source, 'text'),
});

/** Files of elsewhere may speak JUEL or a script language. */
function checkLanguage(findings: Reading['findings'], source: Source | undefined, place: Place): void {
  const language = text(source, 'expressionLanguage');
  if (language !== '' && !/feel/i.test(language)) findings.add('language-unsupported', place, { language });
}
