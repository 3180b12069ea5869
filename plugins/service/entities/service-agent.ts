import {
  boolean,
  dateTime,
  defineEntity,
  integer,
  tags,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';

/** Somebody who answers requests: what they know, and how much they take at a time. */
export const serviceAgent = defineEntity({
  id: 'service-agent',
  title: 'name',
  icon: 'headset',
  fields: {
    /** The person's, unless something else was written. */
    name: text({ max: 120 }),
    person: user({ required: true, unique: true }),
    skills: tags(),
    /** Open requests at a time. */
    limit: integer({ required: true, min: 0, max: 1_000, default: 10 }),
    isAvailable: boolean({ default: true }),
    lastGivenAt: dateTime({ isHidden: true }),
  },
});
export type ServiceAgent = RecordOf<typeof serviceAgent>;
