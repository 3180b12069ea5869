import { readTextLiteral } from '../../web/condition/literal.ts';
import { t } from '../../web/data/i18n.ts';
import { entityOf, type Meta } from '../../web/data/meta.ts';
import type { ExpressionScope } from '../../web/expression/scope.ts';
import { typeText } from '../../web/expression/type-text.ts';
import { readList, readObject } from '../expression/object-source.ts';
import { isA, type ModdleElement } from '../moddle/moddle-element.ts';
import { schemaFields, type SchemaField } from '../moddle/schema-fields.ts';
import { readTaskBinding } from '../moddle/task-binding.ts';
import { presetExpressions, readPreset, readRoles } from '../panel/assignee-preset.ts';
import { ownerFor, membersOf } from '../panel/input-kind.ts';
import { timerProperties } from '../timer/timer.ts';
import { scopeOf, sourceWords, whenWords } from './source-words.ts';

/** Where a detail is said. */
export interface Told {
  meta: Meta;
  element: ModdleElement;
  path: string;
}

/** What a detail says, as the properties panel shows it; undefined where the panel shows it as it is written. */
export function detailWords(told: Told, value: string): string | undefined {
  const { meta, element, path } = told;
  const last = path.split('/').at(-1)!;
  const input = inputNamed(told);
  if (input) return inputWords(input, value, scopeOf(meta, element));
  if (isExpression(path)) return sourceWords(value, scopeOf(meta, element));
  const timer = timerProperties.find((property) => property === last);
  if (timer) return whenWords({ property: timer, source: value }, scopeOf(meta, element));
  return special[last]?.(told, value);
}

/** What the panel calls the input of a task that a detail is of. */
export const inputNamed = ({ meta, element, path }: Told): Input | undefined => {
  const name = /(?:^|\/)Input\.([^/]+)/.exec(path)?.[1];
  if (name === undefined || !isA(element, 'bpmn:Activity')) return undefined;
  const { type, inputs } = readTaskBinding(element);
  const fields = schemaFields(meta.tasks.find((task) => task.id === type)?.input ?? {});
  const field = fields.find((each) => each.name === name);
  return field && { field, entity: ownerFor(field, inputs) };
};

interface Input {
  field: SchemaField;
  entity: string;
}

function inputWords({ field, entity }: Input, source: string, scope: ExpressionScope): string | undefined {
  const literal = readTextLiteral(source);
  if (literal !== null) return choiceWords(field, literal, scope.meta) ?? `“${literal}”`;
  if (field.type === 'object') return objectWords({ field, entity }, source, scope);
  const { items } = field;
  const list = items ? readList(source) : null;
  if (items && list)
    return list.map((one) => inputWords({ field: items, entity }, one, scope) ?? one).join(t('list.comma'));
  return sourceWords(source, scope);
}

function choiceWords(field: SchemaField, value: string, meta: Meta): string | undefined {
  if (field.choose === 'entity') return entityOf(meta, value)?.label.one;
  if (field.choose === 'role') return meta.roles.find(({ id }) => id === value)?.label;
  return field.choiceLabels[value];
}

/** “Status: Done, Amount: Order › Total” */
function objectWords({ field, entity }: Input, source: string, scope: ExpressionScope): string | undefined {
  const members = membersOf(scope.meta, field, entity);
  return readObject(source)
    ?.map(({ name, value }) => {
      const member = members.find((each) => each.name === name);
      const words = member && inputWords({ field: member, entity: member.entity }, value, scope);
      return t('designer.diff.member', { name: member?.label ?? name, value: words ?? value });
    })
    .join(t('list.comma'));
}

/** Attributes that hold JSONata, by the end of their path. */
const isExpression = (path: string): boolean =>
  expressions.some((end) => end.test(path)) && !/(^|\/)Output\./.test(path);

const expressions = [
  /(^|\/)(conditionExpression|condition|completionCondition|activationCondition|loopCondition)$/,
  /(^|\/)(loopCardinality|collection|outputElement|correlationKey|businessKey|script|activate)$/,
  /(^|\/)(Field|Payload|Input)\.[^/]+\/(value|visible|requiredIf)$/,
  /(^|\/)(In|Out)\.[^/]+\/source$/,
];

const special: Readonly<Record<string, (told: Told, value: string) => string | undefined>> = {
  assignee: ({ meta, element }, assignee) => {
    const preset = readPreset({ assignee, candidateRoles: '' });
    if (preset in presetExpressions) return t(`designer.who.${preset}`);
    return preset === 'field' ? sourceWords(assignee, scopeOf(meta, element)) : undefined;
  },
  candidateRoles: ({ meta }, value) =>
    readRoles(value)
      ?.map((role) => meta.roles.find(({ id }) => id === role)?.label ?? role)
      .join(t('list.comma')),
  due: dueWords,
  followUp: dueWords,
  entity: ({ meta }, value) => entityOf(meta, value)?.label.one,
  subject: ({ meta }, value) => entityOf(meta, value)?.label.one,
  screen: ({ meta }, value) => meta.screens.find(({ id }) => id === value)?.label,
  history: (_, value) => t(`designer.history.${value}`),
  on: (_, value) =>
    value
      .split(/[\s,]+/)
      .map((moment) => t(`designer.start.${moment}`))
      .join(t('list.comma')),
  type: ({ meta, path }, value) =>
    /(^|\/)Field\./.test(path)
      ? typeText(value) || undefined
      : meta.tasks.find((task) => task.id === value)?.label,
};

/** A time from when the work comes up, or one beside a date of the record. */
function dueWords({ meta, element }: Told, source: string): string | undefined {
  const scope = scopeOf(meta, element);
  return (
    whenWords({ property: 'timeDuration', source }, scope) ??
    whenWords({ property: 'timeDate', source }, scope) ??
    sourceWords(source, scope)
  );
}
