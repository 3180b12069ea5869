import { boolean, defineEntity, longText, relation, tags, text, type RecordOf } from '../../../core/index.ts';

/** A website of ours, or of somebody who sells for us, on which chat and portal stand. */
export const serviceSite = defineEntity({
  id: 'service-site',
  title: 'name',
  icon: 'globe',
  fields: {
    name: text({ required: true, max: 120 }),
    /** What the page names it by; made by the server. */
    key: text({ unique: true, max: 40 }),
    isActive: boolean({ default: true }),
    /** Pages that may show it, as `https://example.com`. */
    origins: tags(),
    /** Where requests from there wait; the one for all others when empty. */
    queue: relation('service-queue', { onDelete: 'clear' }),
    greeting: longText({ max: 500 }),
    greetingZh: longText({ max: 500 }),
  },
});
export type ServiceSite = RecordOf<typeof serviceSite>;
