import { defineEntity, longText, text, type RecordOf } from '../../../core/index.ts';

/** What a contract is sold as, such as Gold; service levels can be promised to its customers alone. */
export const servicePackage = defineEntity({
  id: 'service-package',
  title: 'name',
  icon: 'gem',
  fields: {
    name: text({ required: true, max: 60, unique: true }),
    about: longText({ max: 2_000 }),
  },
});
export type ServicePackage = RecordOf<typeof servicePackage>;
