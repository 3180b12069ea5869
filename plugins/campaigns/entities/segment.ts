import { defineEntity, json, longText, memberCount, text, type RecordOf } from '../../../core/index.ts';

/** A set of customers: those that its condition finds, or, without one, those that people put on the list. */
export const segment = defineEntity({
  id: 'segment',
  title: 'name',
  icon: 'users',
  owner: true,
  members: {
    of: 'contact',
    condition: 'condition',
    key: 'key',
    entered: 'campaigns.segment-entered',
    left: 'campaigns.segment-left',
  },
  fields: {
    name: text({ required: true, max: 200 }),
    key: text({ max: 60, unique: true }),
    purpose: longText({ max: 2_000 }),
    members: memberCount(),
    condition: json({ isHidden: true }),
  },
  indexes: [['name']],
});
export type Segment = RecordOf<typeof segment>;
