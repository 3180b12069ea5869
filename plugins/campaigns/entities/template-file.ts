import { defineEntity, file, relation, text, type RecordOf } from '../../../core/index.ts';

/** A file that goes with every mail of a template; a translation without any takes those of its original. */
export const templateFile = defineEntity({
  id: 'template-file',
  title: 'name',
  icon: 'paperclip',
  fields: {
    name: text({ required: true, max: 200 }),
    template: relation('template', { required: true }),
    file: file({ required: true, max: 5 }),
  },
  indexes: [['template']],
});
export type TemplateFile = RecordOf<typeof templateFile>;
