import { defineEntity, money, text, type RecordOf } from '../../../core/index.ts';

export const product = defineEntity({
  id: 'product',
  title: 'name',
  icon: 'package',
  search: ['name', 'series'],
  fields: {
    name: text({ required: true, unique: true, max: 200 }),
    series: text({ max: 120 }),
    salesPrice: money(),
  },
  indexes: [['series', 'name'], ['salesPrice']],
});
export type Product = RecordOf<typeof product>;
