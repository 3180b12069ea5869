import { invalid, type FieldError } from '../../errors.ts';
import type { Value, Variables } from '../step/types.ts';
import { isWanted } from './form-rules.ts';
import type { WorkForm, WorkFormField } from './work-item-rows.ts';

/** What a person fills in must fit the fields of the form; a form without fields of its own takes anything. */
export function checkForm(form: WorkForm | null, variables: Variables): void {
  if (!form || !('fields' in form)) return;
  const errors = [
    ...form.fields.flatMap(
      (field) => errorOf(field, variables[field.id] ?? null, isWanted(field, form.fields, variables)) ?? [],
    ),
    ...Object.keys(variables).flatMap((name) =>
      form.fields.some((field) => field.id === name)
        ? []
        : [{ pointer: `/variables/${name}`, code: 'form-field-unknown', params: { name } }],
    ),
  ];
  if (errors.length > 0) throw invalid(errors);
}

function errorOf(field: WorkFormField, value: Value, isRequired: boolean): FieldError | null {
  const pointer = `/variables/${field.id}`;
  const params = { name: field.label ?? field.id };
  if (value === null || value === '')
    return isRequired ? { pointer, code: 'form-field-required', params } : null;
  if (!fits(field, value))
    return { pointer, code: 'form-field-type', params: { ...params, type: field.type } };
  return null;
}

function fits({ type, options }: WorkFormField, value: Value): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'decimal':
      return typeof value === 'number';
    case 'select':
      return !options || options.some((option) => option.value === value);
    case 'text':
    case 'longText':
    case 'date':
    case 'dateTime':
      return typeof value === 'string';
    default:
      return true;
  }
}
