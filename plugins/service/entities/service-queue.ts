import { boolean, defineEntity, email, longText, text, type RecordOf } from '../../../core/index.ts';

/** A place where requests wait for somebody who can answer them; mail to its address comes in here. */
export const serviceQueue = defineEntity({
  id: 'service-queue',
  title: 'name',
  icon: 'inbox',
  fields: {
    name: text({ required: true, max: 120, unique: true }),
    address: email(),
    /** What somebody must know who answers here; anybody may when it is empty. */
    skill: text({ max: 60 }),
    signature: longText({ max: 2_000 }),
    /** Takes what is for no other. */
    isDefault: boolean({ default: false }),
  },
});
export type ServiceQueue = RecordOf<typeof serviceQueue>;
