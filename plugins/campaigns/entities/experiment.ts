import {
  dateTime,
  decimal,
  defineEntity,
  json,
  longText,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

const states = [
  { value: 'draft', color: 'neutral' },
  { value: 'running', color: 'violet' },
  { value: 'ended', color: 'good' },
] as const;

/** Two or more ways to do something, of which one wants to know which works better. */
export const experiment = defineEntity({
  id: 'experiment',
  title: 'name',
  icon: 'split',
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    key: text({ required: true, unique: true, max: 60 }),
    state: select({ options: states, required: true, default: 'draft' }),
    question: longText({ max: 2_000 }),
    metric: select({ options: ['conversion', 'value'], required: true, default: 'conversion' }),
    rule: select({ options: ['anytime', 'planned'], required: true, default: 'anytime' }),
    /** `[{key, name, share}]`, the first is the control. */
    variants: json({ isHidden: true }),
    /** Of conversion: the share that does it today, and by how much of the whole it is to change, both from 0 to 1. */
    baseline: decimal({ min: 0, max: 1, scale: 3, format: 'percent' }),
    minimumEffect: decimal({ min: 0, max: 1, scale: 3, format: 'percent' }),
    /** Of values: how they spread today, and by how much their mean is to change. */
    deviation: decimal({ min: 0, scale: 3 }),
    minimumDifference: decimal({ min: 0, scale: 3 }),
    startedAt: dateTime(),
    endedAt: dateTime(),
    /** The key of the variant that everybody gets after the end. */
    winner: text({ max: 40, isHidden: true }),
  },
  indexes: [['state', 'name']],
});
export type Experiment = RecordOf<typeof experiment>;
