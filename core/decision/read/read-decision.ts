import { readFeel } from '../feel/read-feel.ts';
import type { Decision, FeelType, Need } from '../model.ts';
import type { Place } from '../problem.ts';
import { checkFeel } from './check-feel.ts';
import { checkTable } from './check-table.ts';
import type { Reading } from './reading.ts';
import { readTable } from './read-table.ts';
import { isOf, many, one, referred, text, type Source } from './source.ts';

const mostKeyCharacters = 200;

/** One decision; undefined where it cannot be read at all. */
export function readDecision(reading: Reading, source: Source): Decision | undefined {
  const { findings } = reading;
  const { id } = source;
  if (id === undefined) return findings.add('id-missing', { element: null }, { name: source.name ?? '' });
  const name = source.name ?? id;
  const place = { element: id, decision: name };
  if (id.length > mostKeyCharacters) return findings.add('id-long', place, { limit: mostKeyCharacters });
  if (many(source, 'knowledgeRequirement').length > 0) findings.add('knowledge-unsupported', place);
  const required = requirementsOf(reading, source, place);
  const given = { place, known: namesOf(required) };
  const logic = readLogic(reading, source, given);
  if (logic === undefined) return undefined;
  const variable = text(one(source, 'variable'), 'name') || name;
  const requires = required.decisions.map((each) => each.id!);
  return { id, name, variable, requires, needs: needsOf(logic, required, reading), logic };
}

interface Required {
  decisions: Source[];
  inputs: Source[];
}

function requirementsOf({ elements, findings }: Reading, source: Source, place: Place): Required {
  const found: Required = { decisions: [], inputs: [] };
  for (const requirement of many(source, 'informationRequirement')) {
    const id = referred(requirement, 'requiredDecision') ?? referred(requirement, 'requiredInput') ?? '';
    const target = elements.find((each) => each.id === id);
    if (target && isOf(target, 'Decision')) found.decisions.push(target);
    else if (target && isOf(target, 'InputData')) found.inputs.push(target);
    else findings.add('requirement-unknown', place, { value: id });
  }
  return found;
}

const nameOf = (source: Source): string =>
  text(one(source, 'variable'), 'name') || (source.name ?? source.id ?? '');

const namesOf = ({ decisions, inputs }: Required): Set<string> =>
  new Set([...decisions.flatMap((each) => [nameOf(each), each.id!]), ...inputs.map(nameOf)]);

interface Given {
  place: Place;
  known: ReadonlySet<string>;
}

function readLogic(reading: Reading, source: Source, { place, known }: Given): Decision['logic'] | undefined {
  const logic = one(source, 'decisionLogic');
  if (logic === undefined) return reading.findings.add('logic-missing', place);
  if (isOf(logic, 'DecisionTable')) {
    const table = readTable(reading, logic, place);
    if (table) checkTable(reading.findings, table, { place, known });
    return table;
  }
  if (!isOf(logic, 'LiteralExpression'))
    return reading.findings.add('logic-unsupported', place, { what: logic.$type.replace('dmn:', '') });
  const body = text(logic, 'text');
  if (body === '') return reading.findings.add('logic-missing', place);
  const isHeavy = checkFeel(reading.findings, { text: body, kind: 'expression', known, place, isOpen: true });
  return { kind: 'literal', text: body, ...(isHeavy && { isHeavy }) };
}

/** Input data of the diagram, and names that the expressions take from nowhere else. */
function needsOf(logic: Decision['logic'], required: Required, { types }: Reading): Need[] {
  const fromDecisions = namesOf({ ...required, inputs: [] });
  const needs = new Map<string, FeelType>();
  for (const input of required.inputs)
    needs.set(nameOf(input), types.of(text(one(input, 'variable'), 'typeRef')).type);
  const known = namesOf(required);
  const sources = logic.kind === 'table' ? logic.inputs : [{ expression: logic.text, type: 'any' as const }];
  for (const { expression, type } of sources)
    for (const name of readFeel(expression, 'expression', known).names)
      if (!fromDecisions.has(name) && !needs.has(name)) needs.set(name, name === expression ? type : 'any');
  return [...needs].map(([name, type]) => ({ name, type }));
}
