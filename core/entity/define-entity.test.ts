import { expect, expectTypeOf, test } from 'vitest';
import {
  date,
  defineEntity,
  formula,
  integer,
  money,
  multiSelect,
  relation,
  select,
  text,
  type Money,
  type RecordOf,
} from './index.ts';

const deal = defineEntity({
  id: 'deal',
  title: 'name',
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    account: relation('account', { onDelete: 'restrict' }),
    stage: select({ options: ['open', { value: 'won', color: 'good' }], default: 'open' }),
    marks: multiSelect({ options: ['a', 'b'], required: true }),
    amount: money(),
    closeDate: date(),
    age: formula('$days(createdAt, $now())', integer()),
  },
});

test('a definition is plain data with defaults filled in', () => {
  expect(deal.search).toEqual(['name']);
  expect(deal.fields.name).toEqual({ type: 'text', required: true, max: 200 });
  expect(deal.fields.stage.options).toEqual([{ value: 'open' }, { value: 'won', color: 'good' }]);
});

test('the type of a record follows from the definition', () => {
  type Deal = RecordOf<typeof deal>;
  expectTypeOf<Deal['name']>().toEqualTypeOf<string>();
  expectTypeOf<Deal['account']>().toEqualTypeOf<string | null>();
  expectTypeOf<Deal['stage']>().toEqualTypeOf<'open' | 'won' | null>();
  expectTypeOf<Deal['marks']>().toEqualTypeOf<('a' | 'b')[]>();
  expectTypeOf<Deal['amount']>().toEqualTypeOf<Money | null>();
  expectTypeOf<Deal['age']>().toEqualTypeOf<number | null>();
});
