/** `GET /api/meta`: entities, fields, screens, task types and texts, as this actor may see them. */
import type { Actor } from '../access/actor.ts';
import { may } from '../access/actor.ts';
import type { Access, Role } from '../access/index.ts';
import type { Choices } from '../choice/index.ts';
import {
  systemFields,
  type EntityDefinition,
  type FieldDefinition,
  type LocalText,
} from '../entity/definition.ts';
import { isAskable } from '../entity/computed-shape.ts';
import { fieldWords } from '../entity/field-words.ts';
import { fieldType } from '../entity/field-types/all.ts';
import { isRelation } from '../entity/field-types/is-relation.ts';
import { wordsOf } from '../entity/local-text.ts';
import { rollupResult } from '../entity/rollup-result.ts';
import type { Company } from '../identity/index.ts';
import { elementAddress } from '../plugin-browser-files.ts';
import type { Locale, Registry } from '../registry.ts';
import { entityLabel, roleLabel } from './labels.ts';
import { arrange, shownNavigation } from './navigation/arrange.ts';
import { baseNavigation, type NavigationGroup } from './navigation/base-navigation.ts';
import { layoutFor, type StoredNavigation } from './navigation/navigation-rows.ts';
import { groupsMadeIn } from './navigation/open-navigation.ts';
import type { Screens } from './screens.ts';
import { shownScreens, type ShownScreen } from './shown-screens.ts';

interface MetaInput {
  navigation: readonly StoredNavigation[];
  actor: Actor;
  email: string | null;
  /** Where to begin is put away, or over: nobody need ask for it. */
  hasBegun: boolean;
  company: Company;
  choices: Choices;
  registry: Registry;
  access: Access;
  screens: Screens;
  taskSchema: (task: string, locale: Locale) => { input: unknown; output: unknown };
}

export function metaFor(input: MetaInput): Record<string, unknown> {
  const { actor, registry } = input;
  const read = registry.entities().filter((entity) => input.access.mayEver(actor, entity.id, 'read'));
  // What an admin made here comes first wherever one chooses among them.
  const entities = read.toSorted((a, b) => Number(b.plugin === 'admin') - Number(a.plugin === 'admin'));
  const seen = new Set(entities.map((entity) => entity.id));
  const screens = shownScreens(input, seen);
  return {
    actor: {
      id: actor.userId ?? actor.id,
      name: actor.name,
      email: input.email,
      hasBegun: input.hasBegun,
      locale: actor.locale,
      roles: actor.roles,
      permissions: [...actor.permissions],
    },
    // Who works when is for the server to count; the designer offers the names.
    company: {
      ...input.company,
      calendars: input.company.calendars.map(({ id, name }) => ({ id, name })),
    },
    choices: [...input.choices.values()].map(({ id, label }) => ({ id, label })),
    version: registry.version,
    entities: entities.map((entity) => entityMeta(input, entity)),
    screens,
    navigation: navigation(input, screens, entities),
    elements: Object.fromEntries(
      registry.browserFiles.flatMap((files) =>
        files.elements.map((element) => [element, elementAddress(files, element)]),
      ),
    ),
    tasks: taskMeta(input),
    roles: ownFirst(registry).map(({ id }) => ({ id, label: roleLabel(registry, actor.locale, id) })),
  };
}

/** Roles that were made here before those that came along: they are given out most. */
const ownFirst = ({ roles, baseRoles }: Registry): Role[] => {
  const came = new Set(baseRoles.map(({ id }) => id));
  return roles.toSorted((a, b) => Number(came.has(a.id)) - Number(came.has(b.id)));
};

function entityMeta(
  { actor, registry, access, choices }: MetaInput,
  entity: EntityDefinition,
): Record<string, unknown> {
  const allowed = access.fieldAccess(actor, entity.id);
  const shared = { registry, locale: actor.locale, entity, choices };
  const own = Object.entries(entity.fields).filter(
    ([id, field]) => allowed[id] !== 'hidden' && !field.isHidden,
  );
  return {
    id: entity.id,
    plugin: entity.plugin,
    title: entity.title,
    owner: entity.owner,
    icon: entity.icon ?? iconOf(registry, entity.id),
    label: entityLabel(registry, actor.locale, entity),
    empty: registry.find(actor.locale, `${entity.plugin}.entity.${entity.id}.empty`),
    fields: [
      ...own.map(([id, field]) => fieldMeta({ ...shared, id, field, access: allowed[id] ?? 'read' })),
      ...systemFieldMeta(registry, actor.locale, entity),
    ],
    ...(entity.members && {
      members: { of: entity.members.of, entered: entity.members.entered, left: entity.members.left },
    }),
    ...(may(actor, 'roles.manage') && { removed: removedFields(registry, actor.locale, entity) }),
    can: {
      create: access.mayEver(actor, entity.id, 'create'),
      update: access.mayEver(actor, entity.id, 'update'),
      delete: access.mayEver(actor, entity.id, 'delete'),
      import: access.mayEver(actor, entity.id, 'import') && may(actor, 'imports.run'),
      export: access.mayEver(actor, entity.id, 'export'),
      run: access.mayEver(actor, entity.id, 'run'),
    },
  };
}

interface FieldInput {
  registry: Registry;
  locale: Locale;
  entity: EntityDefinition;
  id: string;
  field: FieldDefinition;
  access: string;
  /** What can be chosen in fields that leave that to data. */
  choices?: Choices;
}

const unitIn = (unit: LocalText | undefined, locale: Locale): { unit?: string } =>
  unit ? { unit: wordsOf(unit, locale) } : {};

/** A field as its reader knows it. */
export function fieldMeta({
  registry,
  locale,
  entity,
  id,
  field,
  access,
  choices,
}: FieldInput): Record<string, unknown> {
  const key = `${entity.plugin}.field.${entity.id}.${id}`;
  const { label: _label, help, options, was: _was, defaultExpression, broken: _mark, unit, ...other } = field;
  const { reverseLabel, ...rest } = other;
  const reverse =
    reverseLabel?.[locale] ??
    reverseLabel?.en ??
    registry.find(locale, `${key}.reverse`) ??
    wordsOf(reverseLabel);
  const hint = wordsOf(help, locale) ?? registry.find(locale, `${key}.help`);
  const { rollup } = field;
  const from = field.from ?? fieldType(field).from;
  const source = from === undefined ? undefined : choices?.get(from);
  const measured =
    rollup?.field === undefined ? undefined : registry.entity(rollup.entity).fields[rollup.field];
  return {
    ...rest,
    ...(rollup && {
      result: {
        ...measured,
        type: rollupResult(rollup, measured),
        ...(rollup.function === 'count'
          ? { unit: undefined, format: undefined }
          : unitIn(measured?.unit, locale)),
      },
    }),
    ...unitIn(unit, locale),
    ...(isRelation(field) && reverse !== undefined && { reverseLabel: reverse }),
    ...(hint !== undefined && { help: hint }),
    // Forms show what a field will begin with.
    ...(defaultExpression && access === 'write' && { defaultExpression }),
    id,
    label: fieldWords({ registry, locale }, entity, id),
    required: field.required ?? false,
    access,
    isSystem: false,
    ...(!isAskable(entity, id) && { isAskable: false }),
    ...(from !== undefined && { from, options: source?.options ?? [], none: source?.none }),
    ...(options && {
      options: options.map((option) => ({
        value: option.value,
        ...(option.isRetired && { isRetired: true }),
        color: option.color ?? 'neutral',
        label:
          option.label?.[locale] ??
          option.label?.en ??
          registry.find(locale, `${entity.plugin}.option.${entity.id}.${id}.${option.value}`) ??
          wordsOf(option.label) ??
          option.value,
      })),
    }),
  };
}

const systemTypes: Record<string, string> = {
  owner: 'user',
  createdAt: 'dateTime',
  createdBy: 'user',
  updatedAt: 'dateTime',
  updatedBy: 'user',
};

/** What fields were called that were removed, for pages that still refer to them. */
const removedFields = (
  registry: Registry,
  locale: Locale,
  entity: EntityDefinition,
): Record<string, string> =>
  Object.fromEntries(
    registry.removedFields(entity.id).map((id) => [id, fieldWords({ registry, locale }, entity, id)]),
  );

function systemFieldMeta(
  registry: Registry,
  locale: Locale,
  entity: EntityDefinition,
): Record<string, unknown>[] {
  return systemFields
    .filter((id) => id in systemTypes && (id !== 'owner' || entity.owner))
    .map((id) => ({
      id,
      type: systemTypes[id],
      label: registry.text(locale, `field.${id}`),
      required: false,
      access: id === 'owner' ? 'write' : 'read',
      isSystem: true,
    }));
}

const iconOf = (registry: Registry, entity: string): string =>
  registry.screens.find((screen) => screen.entity === entity && screen.nav)?.nav?.icon ?? 'box';

/** As admins arranged it for this reader; a group of theirs in which nothing stands yet is for those who put something there. */
function navigation(
  { actor, registry, navigation: rows }: MetaInput,
  screens: readonly ShownScreen[],
  entities: readonly EntityDefinition[],
): NavigationGroup[] {
  const { locale } = actor;
  const base = baseNavigation({ registry, locale, screens, entities });
  const layout = layoutFor(rows, actor.roles)?.layout ?? null;
  const groups = shownNavigation(arrange({ base, layout, locale, madeIn: groupsMadeIn(screens) }));
  return may(actor, 'screens.manage') ? groups : groups.filter(({ items }) => items.length > 0);
}

function taskMeta({ actor, registry, taskSchema }: MetaInput): Record<string, unknown>[] {
  return [...registry.tasks.values()].map((task) => {
    const [plugin, ...rest] = task.id.split('.');
    const key = `${plugin}.task.${rest.join('.')}`;
    return {
      id: task.id,
      kind: task.kind,
      icon: task.face.icon,
      group: task.face.group,
      groupLabel:
        registry.find(actor.locale, `${plugin}.nav.${task.face.group}`) ??
        registry.text(actor.locale, `group.${task.face.group}`),
      label: registry.text(actor.locale, key),
      help: registry.find(actor.locale, `${key}.help`) ?? null,
      ...taskSchema(task.id, actor.locale),
    };
  });
}
