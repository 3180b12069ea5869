import {
  dateTime,
  defineEntity,
  integer,
  longText,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

const states = [
  { value: 'interested', color: 'neutral' },
  { value: 'qualified', color: 'accent' },
  { value: 'known', color: 'violet' },
  { value: 'dropped', color: 'bad' },
] as const;

/** Somebody whose interest grows: what they do gives points, and with enough of them there is a deal to talk about. */
export const lead = defineEntity({
  id: 'lead',
  title: 'name',
  icon: 'flame',
  search: ['name', 'contact.name'],
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    contact: relation('contact', { onDelete: 'clear' }),
    state: select({ options: states, required: true, default: 'interested' }),
    /** The sum of its signals of the last ninety days. */
    score: integer({ default: 0 }),
    lastSignal: text({ max: 200 }),
    lastSignalAt: dateTime(),
    /** What it became. */
    opportunity: relation('opportunity', { onDelete: 'clear' }),
    note: longText({ max: 10_000 }),
  },
  indexes: [['state', 'score'], ['contact'], ['owner', 'state'], ['opportunity']],
});
export type Lead = RecordOf<typeof lead>;
