import { t } from '../data/i18n.ts';
import { formatDate } from '../data/format.ts';
import { valueAt, type ExpressionScope, type NamedValue } from '../expression/scope.ts';
import { asksOfList, isReference, today, type ConditionRow, type Literal } from './condition.ts';
import { operatorText } from './operator-text.ts';
import { readCondition } from './read-condition.ts';
import { isTime } from './suits.ts';

/** A condition as one reads it aloud: "Ends after Starts and State is Open". Nothing where rows cannot say it. */
export function conditionWords(source: string, scope: ExpressionScope): string | undefined {
  const condition = readCondition(source);
  if (!condition || condition.rows.length === 0) return undefined;
  return condition.rows
    .map((row) => rowWords(row, scope))
    .join(` ${t(`expression.condition.${condition.join}`)} `);
}

function rowWords({ path, operator, value }: ConditionRow, scope: ExpressionScope): string {
  const field = valueAt(scope, path);
  const start = `${nameOf(path, scope)} ${operatorText(operator, field?.type)}`;
  if (operator === 'isEmpty' || operator === 'isFilled') return start;
  if (isReference(value)) return `${start} ${nameOf(value.path, scope)}`;
  const values = Array.isArray(value) ? value : [value];
  if (asksOfList(operator)) return `${start} ${t('expression.words.records', { count: values.length })}`;
  return `${start} ${values.map((one) => valueWords(one, field)).join(t('list.comma'))}`;
}

const nameOf = (path: string, scope: ExpressionScope): string =>
  path === today ? t('expression.against.today') : (valueAt(scope, path)?.trail.join(' › ') ?? path);

function valueWords(value: Literal, field: NamedValue | undefined): string {
  if (typeof value === 'boolean') return t(value ? 'expression.yes' : 'expression.no');
  if (typeof value !== 'string') return String(value);
  const option = field?.options.find((one) => one.value === value);
  if (option) return option.label;
  return isTime(field?.type) ? formatDate(value) : `“${value}”`;
}
