/** What an admin changed on what a plugin declares, kept apart from it: an upgrade of the plugin loses none of it. */
import type { EntityDefinition, FieldDefinition, SelectOption } from '../definition.ts';

type Members = Record<string, unknown>;

/** Members by name; null takes one away that the plugin declares. */
export interface EntityOverlay {
  /** Fields that the admin added. */
  fields?: Record<string, FieldDefinition>;
  /** What is different on fields that the plugin declares. */
  changes?: Record<string, Members>;
  /** All fields in the order of the admin, where it is not that of the plugin. */
  order?: string[];
  /** Title, label, icon and other members of the entity itself. */
  entity?: Members;
  /** Rules added, changed, or taken away, by id. */
  rules?: Members;
  uniques?: Members;
}

/** What is said of an entity as a whole. */
export const entityMembers = ['title', 'search', 'owner', 'indexes', 'label', 'icon', 'keptFor'] as const;
const keyed = ['rules', 'uniques'] as const;

/** `base ⊕ overlay`: what runs. Of a field that both have, the plugin's wins, as an upgrade may bring one. */
export function withOverlay(base: EntityDefinition, overlay: EntityOverlay): EntityDefinition {
  const fields: Record<string, FieldDefinition> = { ...overlay.fields };
  for (const [id, field] of Object.entries(base.fields))
    fields[id] = changedField(field, overlay.changes?.[id] ?? {});
  const next = withMembers({ ...base }, overlay.entity ?? {});
  for (const part of keyed)
    if (base[part] || overlay[part]) next[part] = withMembers({ ...base[part] }, overlay[part] ?? {});
  const names = orderOf(Object.keys(fields), [...Object.keys(base.fields), ...Object.keys(fields)], overlay);
  // The cast: members of a definition were laid over members of a definition.
  return { ...next, fields: Object.fromEntries(names.map((id) => [id, fields[id]])) } as EntityDefinition;
}

/** The overlay that makes `next` of `base`; empty where they are the same. */
export function overlayOf(base: EntityDefinition, next: EntityDefinition): EntityOverlay {
  const overlay: EntityOverlay = {};
  const added = Object.entries(next.fields).filter(([id]) => !(id in base.fields));
  if (added.length > 0) overlay.fields = Object.fromEntries(added);
  const changes = Object.entries(base.fields).flatMap(([id, field]) => {
    const change = membersBetween({ ...field }, { ...next.fields[id] });
    return Object.keys(change).length > 0 ? [[id, change] as const] : [];
  });
  if (changes.length > 0) overlay.changes = Object.fromEntries(changes);
  const entity = membersBetween(pick(base), pick(next));
  if (Object.keys(entity).length > 0) overlay.entity = entity;
  for (const part of keyed) {
    const change = membersBetween({ ...base[part] }, { ...next[part] });
    if (Object.keys(change).length > 0) overlay[part] = change;
  }
  const names = Object.keys(next.fields);
  const plain = [...Object.keys(base.fields), ...added.map(([id]) => id)];
  if (!isSame(names, plain)) overlay.order = names;
  return overlay;
}

export const isEmptyOverlay = (overlay: EntityOverlay): boolean => Object.keys(overlay).length === 0;

/** Options that a plugin's upgrade brings stand behind those that the admin ordered. */
function changedField(field: FieldDefinition, change: Members): FieldDefinition {
  const next = withMembers({ ...field }, change);
  const own = next['options'] as SelectOption[] | undefined;
  if (change['options'] && field.options && own)
    next['options'] = [
      ...own,
      ...field.options.filter(({ value }) => !own.some((one) => one.value === value)),
    ];
  // The cast: as above.
  return next as unknown as FieldDefinition;
}

const pick = (definition: EntityDefinition): Members =>
  Object.fromEntries(
    entityMembers.filter((name) => definition[name] !== undefined).map((name) => [name, definition[name]]),
  );

function membersBetween(base: Members, next: Members): Members {
  const change: Members = {};
  for (const name of new Set([...Object.keys(base), ...Object.keys(next)]))
    if (!isSame(base[name], next[name])) change[name] = next[name] ?? null;
  return change;
}

function withMembers(base: Members, change: Members): Members {
  const next = { ...base, ...change };
  for (const [name, value] of Object.entries(change)) if (value === null) delete next[name];
  return next;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Members in one order, so that equal texts mean equal values. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]),
  );
}

/** What the overlay orders first; each field it does not know stands behind the one it follows in the plugin. */
function orderOf(present: readonly string[], plain: readonly string[], { order }: EntityOverlay): string[] {
  const natural = [...new Set(plain)].filter((id) => present.includes(id));
  if (!order) return natural;
  const names = order.filter((id) => present.includes(id));
  natural.forEach((id, index) => {
    if (names.includes(id)) return;
    const before = natural.slice(0, index).findLast((one) => names.includes(one));
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, id);
  });
  return names;
}
