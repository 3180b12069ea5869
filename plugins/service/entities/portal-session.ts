import { dateTime, defineEntity, email, text, type RecordOf } from '../../../core/index.ts';

/** A customer's way into the portal: asked for by mail, opened once by the link in it, and then good for a while. */
export const portalSession = defineEntity({
  id: 'portal-session',
  title: 'name',
  icon: 'key-round',
  fields: {
    name: text({ required: true, max: 254 }),
    email: email({ required: true }),
    askedAt: dateTime({ required: true }),
    openedAt: dateTime(),
    endedAt: dateTime(),
  },
  indexes: [['email', 'askedAt']],
  // A pass is good for thirty days from the opening of its link.
  keptFor: { days: 45, after: 'askedAt' },
});
export type PortalSession = RecordOf<typeof portalSession>;
