import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operators, type Condition, type Literal } from './condition.ts';
import { readCondition } from './read-condition.ts';
import { writeCondition } from './write-condition.ts';

describe('condition', () => {
  it.each([
    ['$subject.amount > 20000', 'over', '$subject.amount', 20000],
    ["$subject.stage='won'", 'is', '$subject.stage', 'won'],
    ['approved = true', 'is', 'approved', true],
    ['$subject.account = null', 'isEmpty', '$subject.account', null],
    ['$contains($subject.name, "GTX")', 'contains', '$subject.name', 'GTX'],
    ['$subject.discount >= -5', 'atLeast', '$subject.discount', -5],
    ["$exists($subject.team[id in ['a']])", 'hasAny', '$subject.team', ['a']],
    ["$not($exists(team[id in ['a']]))", 'hasNone', 'team', ['a']],
    ["$count(team[id in ['a', 'b']]) = 2", 'hasAll', 'team', ['a', 'b']],
    ['due >= lentOn', 'atLeast', 'due', { path: 'lentOn' }],
    ['($subject.amount != null and $subject.amount > 20000)', 'over', '$subject.amount', 20000],
    ['$subject.due < $today()', 'under', '$subject.due', { path: '$today()' }],
  ])('reads %s', (source, operator, path, value) => {
    expect(readCondition(source)).toEqual({ join: 'and', rows: [{ path, operator, value }] });
  });

  it('reads rows joined by or, and a list', () => {
    const condition = readCondition("$subject.stage in ['won', 'lost'] or amount < 3");

    expect(condition).toEqual({
      join: 'or',
      rows: [
        { path: '$subject.stage', operator: 'oneOf', value: ['won', 'lost'] },
        { path: 'amount', operator: 'under', value: 3 },
      ],
    });
  });

  it.each([
    'a = 1 and b = 2 or c = 3',
    '$subject.lines[0].price > 3',
    '$sum($subject.lines.price) > 3',
    'a = b + 1',
    '$today() > a',
    "$count(team[id in ['a', 'b']]) = 1",
    "$exists(team[name in ['a']])",
    'a = ',
    '1 < a',
    '(b != null and a > 1)',
    '(a > 1)',
  ])('leaves %s an expression', (source) => {
    expect(readCondition(source)).toBeNull();
  });

  it('reads back whatever it writes', () => {
    const literal = fc.oneof<fc.Arbitrary<Literal>[]>(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom("O'Neill", 'a "quoted" one', 'back\\slash', '中文'),
    );
    const row = fc
      .record({
        path: fc.constantFrom('$subject.amount', '$subject.product.salesPrice', 'approved', '$record.stage'),
        operator: fc.constantFrom(...operators),
        value: fc.oneof(literal, fc.constantFrom({ path: '$today()' }, { path: '$subject.closeDate' })),
        list: fc.array(literal),
        ids: fc.array(fc.uuid()),
        text: fc.string(),
      })
      .map(({ path, operator, value, list, text, ids }) => {
        if (operator.startsWith('has')) return { path, operator, value: ids };
        if (operator === 'isEmpty' || operator === 'isFilled') return { path, operator, value: null };
        if (operator === 'oneOf') return { path, operator, value: list };
        return { path, operator, value: operator === 'contains' ? text : value };
      });
    const conditions = fc.record<Condition>({
      join: fc.constantFrom('and', 'or'),
      rows: fc.array(row, { minLength: 2, maxLength: 5 }),
    });
    fc.assert(
      fc.property(conditions, fc.boolean(), (condition, isGuarded) => {
        expect(readCondition(writeCondition(condition, { isGuarded }))).toEqual(condition);
      }),
    );
  });

  it('may ask first whether what it compares is there', () => {
    const rows = [
      { path: 'amount', operator: 'over', value: 5 },
      { path: 'due', operator: 'under', value: { path: '$today()' } },
      { path: 'due', operator: 'atLeast', value: { path: 'lentOn' } },
      { path: 'stage', operator: 'is', value: 'won' },
    ] as const;

    expect(writeCondition({ join: 'and', rows: [...rows] }, { isGuarded: true })).toBe(
      [
        '(amount != null and amount > 5)',
        '(due != null and due < $today())',
        '(due != null and lentOn != null and due >= lentOn)',
        "stage = 'won'",
      ].join(' and '),
    );
  });
});
