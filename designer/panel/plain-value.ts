import { html, type TemplateResult } from 'lit';
import { entityChoices } from '../../web/data/entity-choices.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { fromLocalInput, toLocalInput } from '../../web/components/local-time.ts';
import { readTextLiteral, writeLiteral } from '../../web/condition/literal.ts';
import { writeMixed } from '../expression/mixed-text.ts';
import { readObject, writeObject } from '../expression/object-source.ts';
import type { Pair } from '../moddle/pairs.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';
import type { InputKind } from './input-kind.ts';
import { choiceInput, textArea, textInput, type Choice } from './inputs.ts';
import './rl-list-input.ts';
import './rl-object-input.ts';
import './rl-named-input.ts';
import './rl-pairs-editor.ts';

export interface PlainInput {
  kind: InputKind;
  field: SchemaField;
  /** JSONata, as all values. */
  value: string;
  /** The text with fields in it that the value is. */
  mixed?: string | undefined;
  /** The entity of the record it takes, or whose fields it has; the report whose measure it takes. */
  owner: string;
  choices: ScopeName[];
  subject: string;
  meta: Meta;
  change: (value: string) => void;
}

/** The control for a value that stands in the diagram itself. */
export function plainValue(input: PlainInput): TemplateResult {
  const { kind, field, value, change } = input;
  const text = readTextLiteral(value) ?? value;
  const write = (to: string): void => change(to === '' ? '' : writeLiteral(to));
  switch (kind) {
    case 'choice':
      return choices(field, text, { offered: offered(input), change: write });
    case 'boolean':
      return choices(field, value.trim(), { offered: truth(), change });
    case 'number':
      return textInput({ value, label: field.label, type: 'number', change });
    case 'date':
      return textInput({ value: text, label: field.label, type: 'date', change: write });
    case 'dateTime':
      return textInput({
        value: text ? toLocalInput(text) : '',
        label: field.label,
        type: 'datetime-local',
        change: (to) => write(to && fromLocalInput(to)),
      });
    case 'named':
      return html`<rl-named-input
        .value=${text}
        .field=${field}
        owner=${input.owner}
        subject=${input.subject}
        @rl-change=${(event: CustomEvent<{ value: string }>) => write(event.detail.value)}
      ></rl-named-input>`;
    case 'list':
    case 'object':
      return nested(input);
    case 'numbers':
      return html`<rl-pairs-editor
        are-numbers
        .pairs=${readObject(value) ?? []}
        nameLabel=${t('designer.numbers.name')}
        valueLabel=${t('designer.numbers.value')}
        @rl-change=${(event: CustomEvent<{ pairs: Pair[] }>) => change(writeObject(event.detail.pairs))}
      ></rl-pairs-editor>`;
    default:
      return mixedText(input, text);
  }
}

/** Fields stand in it in braces. */
function mixedText({ field, choices: names, meta, mixed, change }: PlainInput, text: string): TemplateResult {
  const scope = { meta, names, isOpen: true };
  const shown = {
    value: mixed ?? text,
    label: field.label,
    change: (to: string): void => change(to === '' ? '' : writeMixed(to, scope)),
  };
  return field.format === 'lines' ? textArea({ ...shown, rows: 4 }) : textInput(shown);
}

const choices = (
  field: SchemaField,
  value: string,
  { offered, change }: { offered: Choice[]; change: (value: string) => void },
): TemplateResult =>
  choiceInput({
    value,
    label: field.label,
    none: noneOf(field, offered),
    choices: offered,
    change,
  });

/** What nothing chosen means. */
function noneOf({ isRequired, usual }: SchemaField, offered: readonly Choice[]): string {
  if (isRequired) return t('designer.task.choose');
  const label = offered.find(({ value }) => value === usual)?.label;
  return label ? t('designer.task.usual', { value: label }) : t('designer.none');
}

const truth = (): Choice[] =>
  ['true', 'false'].map((value) => ({ value, label: t(`designer.value.${value}`) }));

function offered({ field, meta }: PlainInput): Choice[] {
  if (field.choose === 'entity') return entityChoices(meta);
  if (field.choose === 'role') return meta.roles.map(({ id, label }) => ({ value: id, label }));
  return field.choices.map((value) => ({ value, label: field.choiceLabels[value] ?? value }));
}

function nested({ kind, field, value, owner, choices, subject, change }: PlainInput): TemplateResult {
  const changed = (event: CustomEvent<{ value: string }>): void => change(event.detail.value);
  return kind === 'list'
    ? html`<rl-list-input
        .field=${field}
        .value=${value}
        .choices=${choices}
        subject=${subject}
        @rl-change=${changed}
      ></rl-list-input>`
    : html`<rl-object-input
        .field=${field}
        .value=${value}
        entity=${owner}
        .choices=${choices}
        subject=${subject}
        @rl-change=${changed}
      ></rl-object-input>`;
}
