import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../web/data/i18n.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { fieldId, idFromLabel } from '../moddle/field-id.ts';
import { formFieldTypes, type FormField } from '../moddle/form.ts';
import { conditionInput, expressionInput } from './expression-input.ts';
import { choiceInput, folded, labelled, textArea, textInput, toggle, type Choice } from './inputs.ts';

interface Details {
  field: FormField;
  /** What its conditions can look at. */
  others: readonly FormField[];
  entities: readonly Choice[];
  choices: ScopeName[];
  change: (changed: Partial<FormField>) => void;
}

/** All that one field of a form says. */
export const formFieldDetails = (details: Details): TemplateResult => {
  const { field, others, change } = details;
  return html`<div class="card">
    ${labelled(
      t('designer.form.label'),
      textInput({
        value: field.label,
        change: (label) =>
          change({ label, id: idFromLabel(label, { before: field.id, taken: taken(others) }) }),
      }),
    )}
    ${labelled(
      t('designer.form.type'),
      choiceInput({
        value: field.type,
        choices: formFieldTypes.map((type) => ({ value: type, label: t(`fieldType.${type}`) })),
        change: (type) => change({ type: formFieldTypes.find((each) => each === type) ?? 'text' }),
      }),
    )}
    ${ofType(details)}
    ${toggle({ isOn: field.isRequired, label: t('designer.form.required'), change: (isRequired) => change({ isRequired }) })}
    ${expressionInput({
      label: t('designer.form.value'),
      help: t('designer.form.value.help'),
      value: field.value ?? '',
      choices: details.choices,
      change: (value) => change({ value }),
    })}
    ${folded(t('designer.form.rules'), rules(details))}
    ${folded(
      t('designer.more'),
      labelled(
        t('designer.form.id'),
        textInput({ value: field.id, isMono: true, change: (id) => change({ id: fieldId(id, field.id) }) }),
        t('designer.form.id.help'),
      ),
    )}
  </div>`;
};

const taken = (others: readonly FormField[]): string[] => others.map(({ id }) => id);

const ofType = ({ field, entities, change }: Details) => {
  if (field.type === 'select' || field.type === 'multiSelect')
    return labelled(
      t('designer.form.options'),
      textArea({
        rows: 3,
        value: optionLines(field),
        change: (text) => change({ options: readOptions(text) }),
      }),
      t('designer.form.options.help'),
    );
  if (field.type !== 'relation' && field.type !== 'relationMany') return nothing;
  return labelled(
    t('designer.form.entity'),
    choiceInput({
      value: field.entity ?? '',
      none: t('designer.none'),
      choices: entities,
      change: (entity) => change({ entity }),
    }),
  );
};

const rules = ({ field, others, change }: Details) => {
  const choices = others.map(({ id, label, type, options }): ScopeName => ({
    name: id,
    label: label || id,
    type,
    options,
  }));
  return html`${conditionInput({
    label: t('designer.form.visible'),
    help: t('designer.form.visible.help'),
    value: field.visible ?? '',
    choices,
    change: (visible) => change({ visible }),
  })}
  ${conditionInput({
    label: t('designer.form.requiredIf'),
    value: field.requiredIf ?? '',
    choices,
    change: (requiredIf) => change({ requiredIf }),
  })}`;
};

const optionLines = (field: FormField): string =>
  field.options
    .map(({ value, label }) => (label && label !== value ? `${value} = ${label}` : value))
    .join('\n');

const readOptions = (text: string): FormField['options'] =>
  text
    .split('\n')
    .map((line) => line.split('=').map((part) => part.trim()))
    .filter(([value]) => value)
    .map(([value = '', label = value]) => ({ value, label }));
