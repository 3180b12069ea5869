/** Definitions and their changes as an admin reads them: with the texts of both languages, and sentences. */
import type { FieldDefinition, LocalText } from '../entity/definition.ts';
import { fieldWords, listWords } from '../entity/field-words.ts';
import { isRelation } from '../entity/field-types/is-relation.ts';
import { wordsOf } from '../entity/local-text.ts';
import {
  typesFor,
  type ChangeDetail,
  type ChangePlan,
  type ChangeRow,
  type Definitions,
  type EntityDefinition,
  type Use,
} from '../entity/index.ts';
import type { Locale, Registry } from '../registry.ts';
import { locales } from '../registry.ts';
import { sentenceOf } from './problem.ts';

export interface ViewContext {
  registry: Registry;
  locale: Locale;
}

interface DetailInput extends ViewContext {
  entity: EntityDefinition;
  origin: ReturnType<Definitions['origin']>;
  uses: readonly Use[];
}

/** An entity for its builder: every field with where it comes from and in how many places it is used. */
export function entityDetail({
  registry,
  locale,
  entity,
  origin,
  uses,
}: DetailInput): Record<string, unknown> {
  const { base, removed } = origin;
  const { fields, ...rest } = entity;
  const count = (field: string): number => uses.filter((use) => use.field === field).length;
  return {
    ...rest,
    label: {
      one: bothTexts(registry, `${entity.plugin}.entity.${entity.id}.one`, entity.label?.one),
      many: bothTexts(registry, `${entity.plugin}.entity.${entity.id}.many`, entity.label?.many),
    },
    isDeclared: base !== undefined,
    isChanged: base !== undefined && JSON.stringify(base) !== JSON.stringify(entity),
    fields: Object.entries(fields).map(([id, field]) => ({
      id,
      ...withTexts(registry, entity, id, field),
      isDeclared: base !== undefined && id in base.fields,
      isChanged: base?.fields[id] !== undefined && JSON.stringify(base.fields[id]) !== JSON.stringify(field),
      types: typesFor(field.type),
      uses: count(id),
      brokenText: field.broken ? sentenceOf(registry, locale, field.broken) : null,
    })),
    waiting: Object.entries(entity.waiting?.fields ?? {}).map(([id, field]) => ({
      id,
      ...withTexts(registry, entity, id, field),
      brokenText: field.broken ? sentenceOf(registry, locale, field.broken) : null,
    })),
    removed: Object.entries(removed).map(([id, field]) => ({
      id,
      ...withTexts(registry, entity, id, field),
    })),
    uses: uses.map((use) => useView({ registry, locale }, use)),
  };
}

function withTexts(
  registry: Registry,
  entity: EntityDefinition,
  id: string,
  field: FieldDefinition,
): FieldDefinition {
  return {
    ...field,
    label: bothTexts(registry, `${entity.plugin}.field.${entity.id}.${id}`, field.label),
    ...(isRelation(field) && {
      reverseLabel: bothTexts(
        registry,
        `${entity.plugin}.field.${entity.id}.${id}.reverse`,
        field.reverseLabel,
      ),
    }),
    ...(field.options && {
      options: field.options.map((option) => ({
        ...option,
        label: bothTexts(
          registry,
          `${entity.plugin}.option.${entity.id}.${id}.${option.value}`,
          option.label,
        ),
      })),
    }),
  };
}

/** What the admin wrote, else what the plugin's locales say. */
const bothTexts = (registry: Registry, key: string, own: LocalText | undefined): LocalText =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const text = own?.[locale] ?? (own?.en === undefined ? registry.find(locale, key) : undefined);
      return text === undefined ? [] : [[locale, text]];
    }),
  );

export const useView = ({ registry, locale }: ViewContext, use: Use): Record<string, unknown> => ({
  ...use,
  name: nameOf({ registry, locale }, use.name),
  kindText: registry.text(locale, `use.${use.kind}`),
});

const nameOf = ({ registry, locale }: ViewContext, name: string | LocalText): string =>
  typeof name === 'string' ? (registry.find(locale, name) ?? name) : (wordsOf(name, locale) ?? '');

export function planView(context: ViewContext, plan: ChangePlan): Record<string, unknown> {
  const { registry, locale } = context;
  const named = namedIn(context, plan.definition ?? undefined);
  return {
    rows: plan.rows,
    seconds: plan.steps.reduce((sum, step) => sum + step.seconds, 0),
    plan: plan.steps.map((step) => ({
      ...step,
      text: registry.text(locale, `plan.${step.kind}`, named(step.params)),
    })),
    notes: plan.notes.map((note) => ({
      kind: note.kind,
      isRefused: note.isRefused ?? false,
      text: registry.text(locale, `plan-note.${note.kind}`, named(note.params)),
    })),
    uses: plan.uses.map((use) => useView(context, use)),
    breaks: plan.uses.filter((use) => use.isBroken).length,
    isRefused: plan.notes.some((note) => note.isRefused) || plan.steps.some((step) => step.isBreaking),
  };
}

/** Fields and entities in the reader's words. */
function namedIn({ registry, locale }: ViewContext, own: EntityDefinition | undefined) {
  const entityName = (id: string): string => {
    const found = own?.id === id ? own : registry.hasEntity(id) ? registry.entity(id) : undefined;
    return (
      found?.label?.one[locale] ??
      found?.label?.one.en ??
      registry.find(locale, `${found?.plugin}.entity.${id}.one`) ??
      wordsOf(found?.label?.one) ??
      id
    );
  };
  const fieldName = (entity: EntityDefinition | undefined, id: string): string =>
    fieldWords({ registry, locale }, entity, id);
  const optionName = (entity: EntityDefinition | undefined, field: string, value: string): string => {
    const label = entity?.fields[field]?.options?.find((one) => one.value === value)?.label;
    const key = `${entity?.plugin}.option.${entity?.id}.${field}.${value}`;
    return label?.[locale] ?? label?.en ?? registry.find(locale, key) ?? wordsOf(label) ?? value;
  };
  /** Of a column's type; what a number's places are matters to nobody. */
  const valuesName = (type: string): string =>
    registry.find(locale, `plan.values.${type.replace(/\(.*\)/, '')}`) ?? type;
  return (params: Record<string, unknown>): Record<string, unknown> => {
    const entity = typeof params['entity'] === 'string' ? params['entity'] : own?.id;
    const definition = own?.id === entity ? own : undefined;
    const named: Record<string, unknown> = { ...params };
    if (entity !== undefined) named['entity'] = entityName(entity);
    if (typeof params['target'] === 'string') named['target'] = entityName(params['target']);
    for (const name of ['from', 'to'])
      if (typeof params[name] === 'string') named[name] = valuesName(params[name]);
    const { field, by, value, rule } = params;
    if (typeof field === 'string') {
      named['field'] = fieldName(definition, field);
      const option = (one: string): string => optionName(definition, field, one);
      if (typeof value === 'string') named['value'] = option(value);
      // An option that takes the place of another, or the relation of a roll-up.
      if (typeof by === 'string') named['by'] = value === undefined ? fieldName(definition, by) : option(by);
    }
    if (typeof rule === 'string') named['rule'] = definition?.rules?.[rule]?.message[locale] ?? rule;
    if (typeof params['fields'] === 'string')
      named['fields'] = listWords(
        params['fields'].split(', ').map((id) => fieldName(definition, id)),
        locale,
      );
    return named;
  };
}

interface ChangeInput extends ViewContext {
  row: ChangeRow;
  /** Names by actor id. */
  names: ReadonlyMap<string, string>;
}

export function changeView({ registry, locale, row, names }: ChangeInput): Record<string, unknown> {
  const entity = registry.hasEntity(row.entity) ? registry.entity(row.entity) : undefined;
  const named = namedIn({ registry, locale }, row.target.definition ?? entity);
  const step = row.state === 'running' ? row.progress : null;
  return {
    id: row.id,
    entity: row.entity,
    state: row.state,
    lines: row.operations.map((operation) => lineOf({ registry, locale }, operation, named)),
    progress: step && {
      step: step.step,
      steps: step.steps,
      rows: step.rows ?? null,
      text: registry.text(locale, `plan.${step.kind}`, named(step.params)),
    },
    problem: row.problem && sentenceOf(registry, locale, row.problem),
    undoes: row.undoes,
    undoneBy: row.undoneBy,
    canUndo: row.state === 'done' && row.undoneBy === null,
    createdBy: { id: row.createdBy, title: names.get(row.createdBy) ?? row.createdBy },
    createdAt: row.createdAt,
    endedAt: row.endedAt,
  };
}

function lineOf(
  { registry, locale }: ViewContext,
  operation: ChangeDetail,
  named: (params: Record<string, unknown>) => Record<string, unknown>,
): string {
  const { op, ...rest } = operation;
  const id = 'id' in rest ? rest.id : 'field' in rest ? String(rest.field) : '';
  const own = op === 'addField' ? (operation.field.label?.[locale] ?? operation.field.label?.en) : undefined;
  const params = {
    ...named({ field: id, ...('value' in rest && { value: rest.value, by: rest.by ?? '' }) }),
    ...(own && { field: own }),
    rule: ruleName(operation, { locale, named }) ?? id,
    members:
      'set' in rest
        ? Object.keys(rest.set)
            .map((name) => memberName(registry, locale, name))
            .join(', ')
        : '',
  };
  const isGone = ('rule' in operation && !operation.rule) || ('unique' in operation && !operation.unique);
  return registry.text(locale, `change.${op}${isGone ? '.gone' : ''}`, params);
}

/** A rule has no name but what it says. */
function ruleName(
  operation: ChangeDetail,
  { locale, named }: { locale: Locale; named: (params: Record<string, unknown>) => Record<string, unknown> },
): string | undefined {
  if (operation.op === 'setRule') return operation.rule?.message[locale] ?? operation.rule?.message.en;
  if (operation.op !== 'setUnique') return undefined;
  return operation.unique?.fields.map((field) => String(named({ field })['field'])).join(', ');
}

const memberName = (registry: Registry, locale: Locale, name: string): string =>
  registry.find(locale, `member.${name}`) ?? name;
