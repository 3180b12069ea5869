/** What a record rule means, in a sentence. */
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta, type MetaField } from '../../data/meta.ts';
import { fieldAt, me, myTeam, takesValue, type RuleNode, type RuleTest } from '../../data/rule.ts';
import { optionLabel, textOfValue } from '../../data/values.ts';

export interface WordsContext {
  meta: Meta;
  entity: string;
  /** Names of people and records, by id, where they are known. */
  names?: Readonly<Record<string, string>>;
}

export function ruleWords(node: RuleNode, context: WordsContext): string {
  if (node.kind === 'test') return testWords(node, context);
  if (node.kind === 'other') return JSON.stringify(node.rule);
  if (node.parts.length === 0) return t('rule.every');
  const parts = node.parts.map((part) => {
    const words = ruleWords(part, context);
    return part.kind === 'group' && part.parts.length > 1 && node.parts.length > 1 ? `(${words})` : words;
  });
  if (node.mode === 'none') return t('rule.none', { parts: parts.join(t('rule.or')) });
  return parts.join(t(node.mode === 'or' ? 'rule.or' : 'rule.and'));
}

function testWords({ path, operator, value }: RuleTest, context: WordsContext): string {
  const field = fieldAt(context.meta, context.entity, path);
  const label = pathWords(context, path);
  // One of one is that one.
  if (operator === 'in' && Array.isArray(value) && value.length === 1)
    return testWords({ kind: 'test', path, operator: 'is', value: value[0] }, context);
  if (!takesValue(operator)) return t(`rule.words.${operator}`, { field: label });
  return t(`rule.words.${operator}`, { field: label, value: valueWords(value, field, context) });
}

export function pathWords({ meta, entity }: WordsContext, path: string): string {
  let at: string | undefined = entity;
  return path
    .split('.')
    .map((name) => {
      const own = at === undefined ? undefined : entityOf(meta, at);
      const field: MetaField | undefined = own?.fields.find(({ id }) => id === name);
      at = field?.entity;
      return field?.label ?? own?.removed?.[name] ?? name;
    })
    .join(' › ');
}

export function valueWords(value: unknown, field: MetaField | undefined, context: WordsContext): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(one, field, context)).join(t('rule.listed'));
  if (value === me) return t('rule.me');
  if (value === myTeam) return t('rule.myTeam');
  if (typeof value === 'object' && value !== null && 'title' in value) return String(value.title);
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'string' && context.names?.[value] !== undefined) return context.names[value];
  if (typeof value === 'string' && field?.options) return optionLabel(field, value);
  const isTime = field?.type === 'date' || field?.type === 'dateTime';
  return isTime && typeof value === 'string' ? textOfValue(field, value) : String(value);
}
