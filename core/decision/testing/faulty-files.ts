import type { DecisionCode } from '../codes.ts';
import { decisionOf, decisionXml, literalXml, tableXml } from './table-xml.ts';

const one = { inputs: ['amount: number'], outputs: ['rate: number'], rules: ['- | 1'] };
const decision = (inner: string, attributes = 'id="d" name="D"'): string =>
  decisionXml(`<decision ${attributes}>${inner}</decision>`);
const manyRules = Array.from({ length: 2_001 }, () => '- | 1');

/** A file with each fault. */
export const faultyFiles: Record<DecisionCode, string> = {
  'file-too-large': `<definitions>${' '.repeat(1_000_001)}</definitions>`,
  'file-malformed': '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision',
  'file-doctype': `<!DOCTYPE definitions [<!ENTITY a "b">]>${tableXml(one)}`,
  'file-not-dmn': '<something/>',
  'file-empty': decisionXml(''),
  'file-imports': decisionXml('<import name="other" namespace="urn:other" importType="dmn"/>'),
  'content-unknown': decisionXml(`<nonsense/>${decisionOf(one)}`),
  'content-ignored': tableXml(one).replace('<decisionTable ', '<decisionTable dmn:nonsense="1" '),
  'id-duplicate': decisionXml(decisionOf(one) + decisionOf(one)),
  'id-missing': decision('', 'name="D"'),
  'id-long': decision('', `id="${'d'.repeat(201)}"`),
  'logic-missing': decision(''),
  'logic-unsupported': decision('<context id="c"/>'),
  'knowledge-unsupported': decision(
    '<knowledgeRequirement id="k"><requiredKnowledge href="#x"/></knowledgeRequirement>',
  ),
  'requirement-unknown': decision(
    '<informationRequirement id="r"><requiredDecision href="#gone"/></informationRequirement>',
  ),
  'requirement-circle': decisionXml(literalXml('a', 'b', ['b']) + literalXml('b', 'a', ['a'])),
  'language-unsupported': tableXml(one).replace(
    'typeRef="number"',
    'typeRef="number" expressionLanguage="juel"',
  ),
  'hit-policy-unknown': tableXml({ ...one, hitPolicy: 'BEST' }),
  'aggregation-outputs': tableXml({
    ...one,
    hitPolicy: 'COLLECT',
    aggregation: 'SUM',
    outputs: ['a: number', 'b: number'],
    rules: ['- | 1 | 2'],
  }),
  'aggregation-type': tableXml({
    ...one,
    hitPolicy: 'COLLECT',
    aggregation: 'SUM',
    outputs: ['note: string'],
    rules: ['- | "late"'],
  }),
  'priority-values': tableXml({ ...one, hitPolicy: 'PRIORITY' }),
  'table-no-output': tableXml({ ...one, outputs: [], rules: [] }),
  'table-too-large': tableXml({ ...one, rules: manyRules }),
  'table-no-rule': tableXml({ ...one, rules: [] }),
  'output-name': tableXml({ ...one, outputs: ['a: number', 'a: number'], rules: ['- | 1 | 2'] }),
  'cell-count': tableXml({ ...one, rules: ['- | 1 | 2'] }),
  'input-empty': tableXml({ ...one, inputs: [': number'] }),
  'output-empty': tableXml({ ...one, rules: ['- | '] }),
  'feel-syntax': tableXml({ ...one, rules: ['< < 5 | 1'] }),
  'feel-long': tableXml({ ...one, rules: [`${'1,'.repeat(3_000)}1 | 1`] }),
  'feel-name': tableXml({ ...one, rules: ['< limit | 1'] }),
  'feel-quotes': tableXml({ ...one, inputs: ['tier: string'], rules: ['gold | 1'] }),
  'type-differs': tableXml({ ...one, rules: ['"many" | 1'] }),
  'value-not-allowed': tableXml({ ...one, outputs: ['rate: number = 1, 2'], rules: ['- | 3'] }),
  gap: tableXml({ ...one, rules: ['< 5 | 1', '> 5 | 2'] }),
  overlap: tableXml({ ...one, rules: ['<= 5 | 1', '>= 5 | 2'] }),
  'never-hits': tableXml({ ...one, hitPolicy: 'FIRST', rules: ['- | 1', '> 5 | 2'] }),
  'check-incomplete': tableXml({ ...one, rules: ['? * 2 > amount | 1'] }),
};
