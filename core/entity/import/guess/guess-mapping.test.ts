import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../definition.ts';
import { peopleWords, type ImportTarget } from '../target.ts';
import { guessMapping } from './guess-mapping.ts';
import { profileColumns } from './profile.ts';

const target = (
  id: string,
  title: string,
  fields: Record<string, [FieldDefinition['type'], ...string[]]>,
): ImportTarget => ({
  id,
  title,
  labels: [],
  fields: Object.entries(fields).map(([field, [type, ...labels]]) => ({
    id: field,
    definition: { type },
    labels,
  })),
});

const account = target('account', 'name', {
  name: ['text', '公司名称'],
  sector: ['text', '行业'],
  yearEstablished: ['integer'],
  revenue: ['money'],
  employees: ['integer', '员工数'],
  officeLocation: ['text'],
  subsidiaryOf: ['relation'],
  owner: ['user', '负责人'],
});
const opportunity = target('opportunity', 'name', {
  name: ['text'],
  account: ['relation'],
  product: ['relation'],
  stage: ['select'],
  engageDate: ['date'],
  closeDate: ['date'],
  amount: ['money'],
  owner: ['user'],
});
const user: ImportTarget = {
  ...target('user', 'name', { name: ['text'], email: ['email'], manager: ['text'], team: ['text'] }),
  labels: peopleWords,
};

function guess(to: ImportTarget, rows: string[][]): Record<string, string | null> {
  const [names = [], ...data] = rows;
  const columns = profileColumns(names, data);
  const guesses = guessMapping({ columns, target: to, overlap: () => 0 });
  return Object.fromEntries(guesses.map((each) => [names[each.column], each.field]));
}

describe('columns find their fields', () => {
  test('of accounts', () => {
    const head = [
      'account',
      'sector',
      'year_established',
      'revenue',
      'employees',
      'office_location',
      'subsidiary_of',
    ];
    const row = ['Acme Corporation', 'technolgy', '1996', '1100.04', '2822', 'United States', ''];
    expect(Object.values(guess(account, [head, row]))).toEqual([
      'name',
      'sector',
      'yearEstablished',
      'revenue',
      'employees',
      'officeLocation',
      'subsidiaryOf',
    ]);
  });

  test('of opportunities, whose name comes from the id', () => {
    const head = [
      'opportunity_id',
      'sales_agent',
      'product',
      'account',
      'deal_stage',
      'engage_date',
      'close_date',
      'close_value',
    ];
    const row = [
      '1C1I7A6R',
      'Moses Frase',
      'GTX Plus Basic',
      'Cancity',
      'Won',
      '2016-10-20',
      '2017-03-01',
      '1054',
    ];
    expect(Object.values(guess(opportunity, [head, row]))).toEqual([
      'name',
      'owner',
      'product',
      'account',
      'stage',
      'engageDate',
      'closeDate',
      'amount',
    ]);
  });

  test('of people', () => {
    const rows = [
      ['sales_agent', 'manager', 'regional_office'],
      ['Anna Snelling', 'Dustin Brinkmann', 'Central'],
    ];
    expect(Object.values(guess(user, rows))).toEqual(['name', 'manager', 'team']);
  });

  test('in Chinese', () => {
    const rows = [
      ['公司名称', '所属行业', '员工数', '负责人'],
      ['爱康', '医疗', '12', '陈立'],
    ];
    expect(Object.values(guess(account, rows))).toEqual(['name', 'sector', 'employees', 'owner']);
  });
});

describe('columns are known by what people elsewhere call them', () => {
  const student = {
    ...target('student', 'name', {
      name: ['text', 'Name', '名称'],
      kkdh: ['phone', 'Student’s mobile', '学员手机'],
      jzdh: ['phone', 'Parent’s phone', '家长电话'],
      mail: ['email', 'Where to write', '常用联系'],
      kkrq: ['date', 'First day', '开课日期'],
      bz: ['longText', 'Notes', '备注'],
      owner: ['user', 'Owner', '负责人'],
    }),
    labels: ['Student', '学员'],
  };

  test('in Chinese', () => {
    const rows = [
      ['姓名', '电话', '邮箱地址', '开课时间', '说明', '课程顾问'],
      ['王小明', '13800000000', 'wang@example.com', '2026-03-01', '试听', '陈立'],
    ];
    expect(Object.values(guess(student, rows))).toEqual(['name', 'kkdh', 'mail', 'kkrq', 'bz', 'owner']);
  });

  test('in English, and by what stands in them', () => {
    const rows = [
      ['Full name', 'Cell no.', 'Reach at', 'Remarks'],
      ['Ann Lee', '+44 20 7946 0000', 'ann@example.com', 'trial'],
    ];
    expect(Object.values(guess(student, rows))).toEqual(['name', 'kkdh', 'mail', 'bz']);
  });

  test('and two of a kind do not fill one field', () => {
    const rows = [
      ['电话', '家长手机', '备用电话'],
      ['13800000000', '13900000000', '13700000000'],
    ];
    expect(guess(student, rows)).toEqual({ 电话: 'kkdh', 家长手机: 'jzdh', 备用电话: null });
  });
});

test('a name alone does not win over values that cannot fit', () => {
  expect(guess(opportunity, [['close_date'], ['soon']])).toEqual({ close_date: null });
});

test('values decide where names say nothing', () => {
  const columns = profileColumns(['x'], [['won'], ['lost']]);
  const guesses = guessMapping({
    columns,
    target: opportunity,
    overlap: (_, field) => (field === 'stage' ? 1 : 0),
  });
  expect(guesses).toMatchObject([{ column: 0, field: 'stage', score: 0.5 }]);
});

test('a date that reads two ways is left open', () => {
  const columns = profileColumns(['close date', 'engage date'], [['01/02/2017', '31/12/2016']]);
  const guesses = guessMapping({ columns, target: opportunity, overlap: () => 0 });
  expect(guesses[0]).not.toHaveProperty('dateOrder');
  expect(guesses[1]).toMatchObject({ field: 'engageDate', dateOrder: 'dmy' });
});
