import type { FormField, WorkDefinition } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { extension, extensions, flag, many, text } from '../source.ts';
import type { Source } from '../source.ts';
import { calendarOf } from './calendar.ts';

const parts = ['assignee', 'candidateUsers', 'candidateRoles', 'due', 'followUp', 'priority'] as const;

/** Who does it, until when, and what they see. */
export const readWork = (reading: Reading, source: Source): WorkDefinition => {
  const work: WorkDefinition = { form: readForm(reading, source) };
  const help = many(source, 'documentation').flatMap((about) => text(about, 'text')?.trim() || []);
  if (help.length > 0) work.help = help.join('\n\n');
  const assignment = extension(source, 'Assignment');
  for (const part of parts) {
    const value = assignment && text(assignment, part);
    if (value !== undefined) work[part] = value;
  }
  const calendar = calendarOf(assignment, source);
  if (calendar !== undefined) work.calendar = calendar;
  return work;
};

const readForm = (reading: Reading, source: Source): WorkDefinition['form'] => {
  const form = extension(source, 'Form');
  const screen = form && text(form, 'screen');
  if (screen !== undefined) return { screen };
  const fields = [...(form === undefined ? [] : many(form, 'fields')), ...extensions(source, 'Field')];
  const read = fields.flatMap((field) => readField(reading, source, field) ?? []);
  return read.length === 0 ? null : { fields: read };
};

const readField = ({ findings }: Reading, source: Source, field: Source): FormField | undefined => {
  const id = text(field, 'id');
  if (id === undefined) return findings.add('id-missing', source, { what: 'relata:field' });
  const read: FormField = { id, type: text(field, 'type') ?? 'text' };
  for (const part of ['label', 'entity', 'value', 'visible', 'requiredIf'] as const) {
    const value = text(field, part);
    if (value !== undefined) read[part] = value;
  }
  if (flag(field, 'required') === true) read.required = true;
  const options = many(field, 'options').map((option) => {
    const value = text(option, 'value') ?? '';
    return { value, label: text(option, 'label') ?? value };
  });
  if (options.length > 0) read.options = options;
  return read;
};
