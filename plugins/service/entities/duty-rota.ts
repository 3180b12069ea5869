import {
  boolean,
  date,
  dateTime,
  defineEntity,
  integer,
  longText,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

/** Whose turn it is to answer first, again and again. Nothing is laid out before somebody switches it on. */
export const dutyRota = defineEntity({
  id: 'duty-rota',
  title: 'name',
  icon: 'refresh-cw',
  search: ['name'],
  /** Hears of turns that nobody can take. */
  owner: true,
  fields: {
    name: text({ required: true, max: 120 }),
    isActive: boolean({ default: false }),
    queue: relation('service-queue', { onDelete: 'clear' }),
    /** The first turn begins then; with weeks, its weekday is that of every handover. */
    startsOn: date({ required: true }),
    /** How long a turn is: so many days or weeks. */
    every: integer({ required: true, min: 1, max: 30, default: 1 }),
    unit: select({ required: true, default: 'week', options: [{ value: 'day' }, { value: 'week' }] }),
    /** Of the day, in the company's zone. */
    hour: integer({ required: true, min: 0, max: 23, default: 9 }),
    /** A handover on a day on which nobody works waits for the next on which somebody does. */
    isOnWorkdays: boolean({ default: true }),
    /** The first turn to come that nobody can take; the planning writes it. */
    uncoveredFrom: dateTime(),
    /** The beginnings of the turns whose gaps the owner heard of. */
    toldGaps: longText({ isHidden: true }),
  },
  indexes: [['isActive', 'name']],
});
export type DutyRota = RecordOf<typeof dutyRota>;
