import {
  autoNumber,
  date,
  defineEntity,
  longText,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

/** What a customer may expect without paying again: a warranty of a product, or a contract for service. */
export const serviceContract = defineEntity({
  id: 'service-contract',
  title: 'name',
  icon: 'shield-check',
  search: ['number', 'name', 'account.name', 'product.name'],
  fields: {
    number: autoNumber({ prefix: 'S-', digits: 5 }),
    name: text({ required: true, max: 200 }),
    kind: select({
      required: true,
      default: 'warranty',
      options: [
        { value: 'warranty', color: 'good' },
        { value: 'service', color: 'accent' },
      ],
    }),
    account: relation('account', { onDelete: 'restrict', required: true }),
    /** Everything the customer has when it is empty. */
    product: relation('product', { onDelete: 'clear' }),
    package: relation('service-package', { onDelete: 'clear' }),
    startsOn: date({ required: true }),
    endsOn: date({ required: true }),
    covers: longText({ max: 5_000 }),
  },
  indexes: [['account', 'endsOn'], ['product'], ['endsOn']],
  rules: {
    order: {
      expression: 'endsOn >= startsOn',
      message: {
        en: 'It ends before it begins. Correct one of the dates.',
        'zh-CN': '结束日期早于开始日期，请修改。',
      },
      field: 'endsOn',
    },
  },
});
export type ServiceContract = RecordOf<typeof serviceContract>;
