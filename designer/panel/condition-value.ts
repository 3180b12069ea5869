import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../web/data/i18n.ts';
import type { ConditionRow, Literal } from '../condition/condition.ts';
import { isNumeric } from '../condition/suits.ts';
import type { NamedValue } from '../../web/expression/scope.ts';
import { choiceInput, textInput } from './inputs.ts';

interface ValueInput {
  row: ConditionRow;
  choice: NamedValue | undefined;
  change: (value: Literal | Literal[]) => void;
}

/** The control for the value of a row, after the field's type. */
export const conditionValue = ({ row, choice, change }: ValueInput): TemplateResult | typeof nothing => {
  const label = t('designer.condition.value');
  if (row.operator === 'isEmpty' || row.operator === 'isFilled') return nothing;
  if (row.operator === 'oneOf') return listInput({ row, choice, change });
  if (choice?.type === 'boolean' || typeof row.value === 'boolean') {
    return choiceInput({
      label,
      value: String(row.value),
      choices: ['true', 'false'].map((value) => ({ value, label: t(`designer.value.${value}`) })),
      change: (value) => change(value === 'true'),
    });
  }
  const isNumber = isNumeric(choice?.type) || (!choice && typeof row.value === 'number');
  if (choice && choice.options.length > 0) {
    return choiceInput({ label, value: String(row.value), choices: choice.options, change });
  }
  return textInput({
    label,
    value: String(row.value ?? ''),
    type: isNumber ? 'number' : choice?.type === 'date' ? 'date' : 'text',
    change: (value) => change(isNumber ? Number(value) : value),
  });
};

const listInput = ({ row, choice, change }: ValueInput): TemplateResult => {
  const values = (Array.isArray(row.value) ? row.value : [row.value]).map(String);
  if (!choice || choice.options.length === 0) {
    return textInput({
      label: t('designer.condition.values'),
      placeholder: t('designer.condition.values'),
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
