import {
  boolean,
  defineEntity,
  json,
  longText,
  relation,
  rollup,
  select,
  tags,
  text,
  type RecordOf,
} from '../../../core/index.ts';

const states = [
  { value: 'draft', color: 'neutral' },
  { value: 'live', color: 'good' },
  { value: 'closed', color: 'warn' },
] as const;

/** A form that stands on other people's pages and makes contacts. */
export const leadForm = defineEntity({
  id: 'lead-form',
  title: 'name',
  icon: 'clipboard-list',
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    /** What the page names it by; made by the server. */
    key: text({ unique: true, max: 40 }),
    state: select({ options: states, required: true, default: 'draft' }),
    about: longText({ max: 2_000 }),
    /** Pages that may show it, as `https://example.com`. */
    origins: tags({ isHidden: true }),
    /** See `models/form/definition.ts`. */
    definition: json({ isHidden: true }),
    isToConfirm: boolean({ default: true }),
    /** Who fills it in counts for it. */
    campaign: relation('campaign', { onDelete: 'clear' }),
    submissions: rollup('form-submission', 'count', { by: 'form' }),
  },
  indexes: [['state', 'name'], ['campaign']],
});
export type LeadForm = RecordOf<typeof leadForm>;
