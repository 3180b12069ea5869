import { describe, expect, it } from 'vitest';
import type { Meta } from '../../web/data/meta.ts';
import type { ExpressionScope } from '../../web/expression/scope.ts';
import { mixedField, readMixed, writeMixed } from './mixed-text.ts';

const field = (id: string, label: string, entity?: string) =>
  ({ id, label, type: entity ? 'relation' : 'text', access: 'read', ...(entity && { entity }) }) as const;
const entity = (id: string, fields: unknown[]) => ({ id, label: { one: id, many: id }, fields });
// Only what is read of it.
const meta = {
  entities: [
    entity('loan', [field('due', 'Due'), field('borrower', 'Borrower', 'borrower')]),
    entity('borrower', [field('name', 'Name')]),
  ],
} as unknown as Meta;
const scope: ExpressionScope = {
  meta,
  names: [{ name: '$subject', label: 'Loan', type: 'relation', entity: 'loan' }],
  isOpen: true,
};

describe('a text with fields in it', () => {
  it.each([
    [
      'Dear {Loan › Borrower › Name}, bring it back.',
      "'Dear ' & $subject.borrower.name & ', bring it back.'",
    ],
    ['{Loan › Due} is the day', "'' & $subject.due & ' is the day'"],
    ['Plain', "'Plain'"],
    ['A {brace} stays', "'A {brace} stays'"],
  ])('%s is written as an expression and read again', (text, source) => {
    expect(writeMixed(text, scope)).toBe(source);
    expect(readMixed(source, scope)).toBe(text);
  });

  it.each(["$uppercase($subject.due) & 'x'", '$subject.due', "'a' & 1", ''])(
    '%s stays an expression',
    (source) => {
      expect(readMixed(source, scope)).toBeNull();
    },
  );

  it('names a field by the labels that lead to it', () => {
    expect(mixedField('$subject.borrower.name', scope)).toBe('{Loan › Borrower › Name}');
  });
});
