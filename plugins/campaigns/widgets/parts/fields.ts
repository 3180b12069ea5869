import type { PublicConsent, PublicField } from './ask.ts';
import { make } from './make.ts';
import type { textsIn } from './texts.ts';

type Texts = ReturnType<typeof textsIn>;

const inputTypes: Record<string, string> = {
  ...{ email: 'email', phone: 'tel', url: 'url', date: 'date' },
  ...{ integer: 'number', decimal: 'number', boolean: 'checkbox' },
};
/** What browsers offer to fill in. */
const autofill: Record<string, string> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  city: 'address-level2',
};

export function fieldOf(field: PublicField, texts: Texts): HTMLElement {
  const { id, label, isRequired, type } = field;
  const control = controlOf(field, texts);
  const named = make('span', {}, label);
  if (isRequired)
    named.append(make('span', { class: 'star', title: texts.required, 'aria-hidden': 'true' }, ' *'));
  return make('label', { 'data-field': `/values/${id}`, class: type === 'boolean' ? 'box' : 'field' }, [
    ...(type === 'boolean' ? [control, named] : [named, control]),
    make('small', { class: 'error', role: 'alert', hidden: '' }),
  ]);
}

function controlOf({ id, type, isRequired, options = [] }: PublicField, texts: Texts): HTMLElement {
  const shared: Record<string, string> = {
    name: id,
    ...(isRequired && { required: '' }),
    ...(autofill[id] !== undefined && { autocomplete: autofill[id] }),
  };
  if (type === 'longText') return make('textarea', { ...shared, rows: '4', maxlength: '5000' });
  if (type === 'select' || type === 'multiSelect')
    return make('select', { ...shared, ...(type === 'multiSelect' && { multiple: '' }) }, [
      ...(type === 'select' ? [make('option', { value: '' }, texts.choose)] : []),
      ...options.map(({ value, label }) => make('option', { value }, label)),
    ]);
  const number: Record<string, string> = type === 'decimal' ? { step: 'any' } : {};
  return make('input', { ...shared, ...number, type: inputTypes[type] ?? 'text' });
}

export const consentBox = ({ purpose, text, isRequired }: PublicConsent, texts: Texts): HTMLElement =>
  make('label', { 'data-field': `/consents/${purpose}`, class: 'box' }, [
    make('input', { type: 'checkbox', name: `consent:${purpose}` }),
    make('span', {}, [
      document.createTextNode(text),
      ...(isRequired
        ? [make('span', { class: 'star', title: texts.required, 'aria-hidden': 'true' }, ' *')]
        : []),
    ]),
    make('small', { class: 'error', role: 'alert', hidden: '' }),
  ]);

export function valueOf(form: HTMLFormElement, { id, type }: PublicField): unknown {
  // The cast: `controlOf` made it.
  const control = form.querySelector(`[name="${id}"]`) as HTMLInputElement & HTMLSelectElement;
  if (type === 'boolean') return control.checked;
  if (type === 'multiSelect') return [...control.selectedOptions].map(({ value }) => value);
  return control.value.trim();
}
