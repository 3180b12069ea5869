import {
  boolean,
  dateTime,
  decimal,
  defineEntity,
  relation,
  text,
  type RecordOf,
} from '../../../core/index.ts';

/** That somebody met a variant of an experiment, and what became of it. */
export const exposure = defineEntity({
  id: 'exposure',
  title: 'variant',
  icon: 'split',
  search: ['variant', 'member.name'],
  fields: {
    experiment: relation('experiment', { onDelete: 'restrict', required: true }),
    member: relation('contact', { onDelete: 'clear' }),
    variant: text({ required: true, max: 40 }),
    exposedAt: dateTime({ required: true }),
    converted: boolean({ default: false }),
    convertedAt: dateTime(),
    value: decimal({ scale: 4 }),
  },
  indexes: [['experiment', 'variant'], ['member']],
  uniques: { member: { fields: ['experiment', 'member'] } },
});
export type Exposure = RecordOf<typeof exposure>;
