import { html, nothing, type TemplateResult } from 'lit';
import { choiceInput, textInput } from '../components/native-inputs.ts';
import { fromLocalInput, toLocalInput } from '../components/local-time.ts';
import '../components/rl-chosen-records.ts';
import { t } from '../data/i18n.ts';
import { siblingsOf, valueAt, type ExpressionScope, type NamedValue } from '../expression/scope.ts';
import {
  asksOfList,
  isReference,
  signs,
  today,
  type ConditionRow,
  type Literal,
  type RowValue,
} from './condition.ts';
import { isNumeric, isTime, startValue } from './suits.ts';

interface ValueInput {
  row: ConditionRow;
  scope: ExpressionScope;
  choice: NamedValue | undefined;
  change: (value: RowValue) => void;
}

/** The control for the value of a row, after the field's type; before it what else the field may be compared with. */
export const conditionValue = (input: ValueInput): TemplateResult | typeof nothing => {
  const { row } = input;
  if (row.operator === 'isEmpty' || row.operator === 'isFilled') return nothing;
  if (asksOfList(row.operator) && input.choice) return recordsInput(input, input.choice);
  if (row.operator === 'oneOf' || asksOfList(row.operator)) return listInput(input);
  const others = othersFor(input);
  return html`${others.length > 0 ? againstInput(input, others) : nothing}
  ${isReference(row.value) ? nothing : literalInput(input)}`;
};

interface Other {
  path: string;
  label: string;
}

/** Fields of the same record that hold the same kind of value, and for dates today. */
const othersFor = ({ row, scope, choice }: ValueInput): Other[] => {
  const { value, path, operator } = row;
  if (!choice || !signs[operator]) return isReference(value) ? [{ path: value.path, label: value.path }] : [];
  const like = siblingsOf(scope, path).filter(
    (other) =>
      other.path !== path &&
      (isNumeric(choice.type) ? isNumeric : isTime(choice.type) ? isTime : never)(other.type),
  );
  const all = [
    ...(isTime(choice.type) ? [{ path: today, label: t('expression.against.today') }] : []),
    ...like,
  ];
  if (!isReference(value) || all.some((other) => other.path === value.path)) return all;
  return [...all, { path: value.path, label: valueAt(scope, value.path)?.trail.join(' › ') ?? value.path }];
};

const never = (): boolean => false;

const againstInput = ({ row, choice, change }: ValueInput, others: readonly Other[]): TemplateResult =>
  choiceInput({
    label: t('expression.against'),
    value: isReference(row.value) ? row.value.path : '',
    none: t('expression.against.value'),
    choices: others.map(({ path, label }) => ({ value: path, label })),
    change: (path) => change(path ? { path } : (startValue(row.path, choice).value ?? '')),
  });

const literalInput = ({ row, choice, change }: ValueInput): TemplateResult => {
  const label = t('expression.condition.value');
  if (choice?.type === 'boolean' || typeof row.value === 'boolean') {
    return choiceInput({
      label,
      value: String(row.value),
      choices: [
        { value: 'true', label: t('expression.yes') },
        { value: 'false', label: t('expression.no') },
      ],
      change: (value) => change(value === 'true'),
    });
  }
  const isNumber = isNumeric(choice?.type) || (!choice && typeof row.value === 'number');
  if (choice && choice.options.length > 0) {
    return choiceInput({ label, value: String(row.value), choices: choice.options, change });
  }
  if (choice?.type === 'dateTime') {
    return textInput({
      label,
      value: toLocalInput(String(row.value ?? '')),
      type: 'datetime-local',
      change: (text) => change(text && fromLocalInput(text)),
    });
  }
  return textInput({
    label,
    value: String(row.value ?? ''),
    type: isNumber ? 'number' : choice?.type === 'date' ? 'date' : 'text',
    change: (value) => change(isNumber ? Number(value) : value),
  });
};

const recordsInput = ({ row, change }: ValueInput, { type, entity }: NamedValue): TemplateResult =>
  html`<rl-chosen-records
    class="grow"
    .field=${{ type, entity }}
    .ids=${Array.isArray(row.value) ? row.value.map(String) : []}
    @rl-ids=${(event: CustomEvent<{ ids: string[] }>) => change(event.detail.ids)}
  ></rl-chosen-records>`;

const listInput = ({ row, choice, change }: ValueInput): TemplateResult => {
  const listed = isReference(row.value) ? [] : Array.isArray(row.value) ? row.value : [row.value];
  const values = listed.map(String);
  if (!choice || choice.options.length === 0) {
    return textInput({
      label: t('expression.condition.values'),
      placeholder: t('expression.condition.values'),
      value: values.join(', '),
      change: (text) =>
        change(
          text
            .split(/[,，]/)
            .map((part) => typed(part.trim(), choice))
            .filter((part) => part !== ''),
        ),
    });
  }
  return html`<div class="stack grow">
    ${choice.options.map(
      (option) =>
        html`<label class="toggle"
          ><input
            type="checkbox"
            .checked=${values.includes(option.value)}
            @change=${() => change(toggled(values, option.value))}
          />${option.label}</label
        >`,
    )}
  </div>`;
};

const typed = (text: string, choice: NamedValue | undefined): Literal =>
  isNumeric(choice?.type) && text !== '' ? Number(text) : text;

const toggled = (values: string[], value: string): string[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values.filter(Boolean), value];
