import { childrenOf, textOf, type CreateElement, type ModdleElement } from './moddle-element.ts';
import { extensionOf } from './extension.ts';

export const formFieldTypes = [
  'text',
  'longText',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
  'dateTime',
  'duration',
  'select',
  'multiSelect',
  'email',
  'phone',
  'url',
  'relation',
  'relationMany',
  'user',
] as const;
export type FormFieldType = (typeof formFieldTypes)[number];

export interface FormField {
  id: string;
  /** Empty: people see the id. */
  label: string;
  type: FormFieldType;
  isRequired: boolean;
  /** Relation: the entity to choose from. */
  entity?: string;
  /** JSONata: what the field shows first. */
  value?: string;
  /** JSONata over the other fields. */
  visible?: string;
  requiredIf?: string;
  options: { value: string; label: string }[];
}

/** What a person sees: a screen made elsewhere, or fields in place. */
export interface TaskForm {
  screen: string;
  fields: FormField[];
}

export const readForm = (element: ModdleElement): TaskForm => {
  const form = extensionOf(element, 'relata:Form');
  return {
    screen: textOf(form, 'screen'),
    fields: childrenOf(form, 'fields').map((field) => ({
      id: textOf(field, 'id'),
      label: textOf(field, 'label'),
      type: formFieldTypes.find((type) => type === textOf(field, 'type')) ?? 'text',
      isRequired: field.get('required') === true,
      entity: textOf(field, 'entity'),
      value: textOf(field, 'value'),
      visible: textOf(field, 'visible'),
      requiredIf: textOf(field, 'requiredIf'),
      options: childrenOf(field, 'options').map((option) => ({
        value: textOf(option, 'value'),
        label: textOf(option, 'label'),
      })),
    })),
  };
};

/** The `relata:Form` element; null when there is nothing to see. */
export const writeForm = (create: CreateElement, form: TaskForm): ModdleElement | null => {
  if (form.screen) return create('relata:Form', { screen: form.screen });
  if (form.fields.length === 0) return null;
  const element = create('relata:Form', { fields: form.fields.map((field) => writeField(create, field)) });
  for (const child of childrenOf(element, 'fields')) child.$parent = element;
  return element;
};

const writeField = (create: CreateElement, field: FormField): ModdleElement => {
  const options = field.type === 'select' || field.type === 'multiSelect' ? field.options : [];
  const element = create('relata:Field', {
    id: field.id,
    type: field.type,
    ...(field.label ? { label: field.label } : {}),
    ...(field.isRequired ? { required: true } : {}),
    ...((field.type === 'relation' || field.type === 'relationMany') && field.entity
      ? { entity: field.entity }
      : {}),
    ...(field.value ? { value: field.value } : {}),
    ...(field.visible ? { visible: field.visible } : {}),
    ...(field.requiredIf ? { requiredIf: field.requiredIf } : {}),
    ...(options.length > 0
      ? { options: options.map((option) => create('relata:Option', { ...option })) }
      : {}),
  });
  for (const child of childrenOf(element, 'options')) child.$parent = element;
  return element;
};
