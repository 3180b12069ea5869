import { describe, expect, test } from 'vitest';
import { codes, type DecisionCode } from '../codes.ts';
import { faultyFiles } from '../testing/faulty-files.ts';
import { tableXml, type TableSketch } from '../testing/table-xml.ts';
import { checkDecisions } from './check-decisions.ts';

describe.each(Object.keys(codes) as DecisionCode[])('%s', (code) => {
  test('is found, with a sentence in both languages', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      // given a file with this fault, when it is checked
      const { model, errors, warnings } = await checkDecisions(faultyFiles[code], locale);
      // then it is among what was found, as what the table says it is
      const found = (codes[code] === 'error' ? errors : warnings).find((problem) => problem.code === code);
      expect(found?.message, JSON.stringify({ errors, warnings })).toBeDefined();
      expect(found!.message).not.toMatch(/\{\{|decision\.[a-z]/);
      expect(model === null).toBe(errors.length > 0);
    }
  });
});

const gapsOf = async (sketch: TableSketch): Promise<string[]> => {
  const { errors, warnings } = await checkDecisions(tableXml(sketch), 'en');
  expect(errors).toEqual([]);
  return warnings.map(({ message }) => message);
};

test('a hit policy is called in the reader’s language as the table calls it', async () => {
  const { warnings } = await checkDecisions(faultyFiles.overlap, 'zh-CN');
  expect(warnings[0]?.message).toContain('命中策略“唯一”');
  const { errors } = await checkDecisions(faultyFiles['aggregation-type'], 'zh-CN');
  expect(errors.map(({ message }) => message)).toEqual([
    '“discount”，“note”列：“汇集（求和）”用数字计算，而此列为文本。请把列的类型改为数字，或更换命中策略。',
  ]);
});

test('what cannot be added up is refused where the column leaves its type open, and may be counted', async () => {
  const open: TableSketch = { inputs: ['amount: number'], outputs: ['note'], rules: ['- | "late"'] };
  const found = async (aggregation: string): Promise<string[]> =>
    (await checkDecisions(tableXml({ ...open, hitPolicy: 'COLLECT', aggregation }), 'en')).errors.map(
      ({ code }) => code,
    );
  expect(await found('MAX')).toEqual(['type-differs']);
  expect(await found('COUNT')).toEqual([]);
});

describe('gaps and overlaps', () => {
  test('are told for the values of all inputs that matter', async () => {
    const warnings = await gapsOf({
      inputs: ['amount: number', 'tier: string = "gold","silver"', 'paid: boolean'],
      outputs: ['rate: number'],
      rules: [
        '< 100 | "gold" | - | 1',
        '[100..500] | - | true | 2',
        '[400..900] | "silver" | - | 3',
        '> 900 | - | - | 4',
      ],
    });
    expect(warnings).toEqual([
      '“discount”: No rule is for “amount” under 100 and “tier” "silver": nothing is decided there. Add a rule, or a default result.',
      '“discount”: No rule is for “amount” from 100 to under 400 and “paid” false: nothing is decided there. Add a rule, or a default result.',
      '“discount”: No rule is for “amount” from 400 to 500, “tier” "gold", and “paid” false: nothing is decided there. Add a rule, or a default result.',
      '“discount”: No rule is for “amount” over 500 to 900 and “tier” "gold": nothing is decided there. Add a rule, or a default result.',
      '“discount”: The rules 2, 3 all hit for “amount” from 400 to 500, “tier” "silver", and “paid” true, and the hit policy “Unique” allows that for none with different results. Narrow them, or choose another hit policy.',
    ]);
  });

  test('are none in a table that is whole', async () => {
    const warnings = await gapsOf({
      inputs: ['due: date', 'paid: boolean'],
      outputs: ['state: string'],
      rules: [
        '< date("2026-01-01") | false | "late"',
        '>= date("2026-01-01") | false | "open"',
        '- | true | "done"',
      ],
    });
    expect(warnings).toEqual([]);
  });

  test('of a table with a default result are no gaps', async () => {
    expect(
      await gapsOf({ inputs: ['a: number'], outputs: ['b: number'], rules: ['> 1 | 1'], fallback: '0' }),
    ).toEqual([]);
  });

  // Comparing each rule with each would take hours.
  test('of a large table are found', async () => {
    // given 300 rules over five inputs
    const rules = Array.from(
      { length: 300 },
      (_, index) => `[${index}..${index + 1}[ | - | "t${index % 7}" | - | - | ${index}`,
    );
    const warnings = await gapsOf({
      inputs: ['a: number', 'b: number', 'c: string', 'd: boolean', 'e: number'],
      outputs: ['r: number'],
      rules,
    });
    expect(warnings.length).toBeGreaterThan(0);
  });
});
