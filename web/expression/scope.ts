/** What an expression can name where it stands. */
import { isRelation } from '../data/is-relation.ts';
import { t } from '../data/i18n.ts';
import { shownType, type Meta, type MetaEntity, type MetaField, type MetaOption } from '../data/meta.ts';
import { entityIn, isSilentMember } from './person.ts';

export interface ScopeName {
  /** As it is written, such as `approved` or `$subject`. */
  name: string;
  label: string;
  /** The type of the value, as fields are typed; empty where it is not known. */
  type: string;
  /** Set where it is a record of this entity. */
  entity?: string;
  /** Where it comes from, such as the name of a step. */
  origin?: string;
  /** The values it may have, where they are few and known. */
  options?: MetaOption[];
}

export interface ExpressionScope {
  meta: Meta;
  /** All names are fields of one record. */
  isRecord?: boolean;
  names: ScopeName[];
  /** Other names may come, such as what a flow is started with: an unknown one is no mistake. */
  isOpen: boolean;
}

/** Members of a record that every entity has and no definition lists. */
const ownMembers = ['id', 'version'];

/** The entity that a path of members leads to; undefined where it leads to a value. */
export function entityAt(scope: ExpressionScope, path: readonly string[]): MetaEntity | undefined {
  const [first, ...rest] = path;
  const start = scope.names.find(({ name }) => name === first)?.entity;
  return rest.reduce<MetaEntity | undefined>(
    (entity, member) => entity && entityIn(scope, targetOf(fieldNamed(entity, member)) ?? ''),
    entityIn(scope, start ?? ''),
  );
}

export const targetOf = (field: MetaField | undefined): string | undefined =>
  field && isRelation(field) ? field.entity : field?.type === 'user' ? 'user' : undefined;

export const typeOf = (field: MetaField): string => shownType(field);

const fieldNamed = (entity: MetaEntity, name: string): MetaField | undefined =>
  entity.fields.find((field) => field.id === name);

/** The first member of a path that its entity does not have; undefined where all are there or none can be known. */
export function missingMember(
  scope: ExpressionScope,
  path: readonly string[],
): { entity: MetaEntity; member: string } | undefined {
  for (let length = 1; length < path.length; length++) {
    const entity = entityAt(scope, path.slice(0, length));
    const member = path[length]!;
    if (!entity) return undefined;
    const isKnown =
      fieldNamed(entity, member) ?? (ownMembers.includes(member) || isSilentMember(entity, member));
    if (!isKnown) return { entity, member };
  }
  return undefined;
}

export interface NamedValue {
  /** Labels from the root to it. */
  trail: string[];
  type: string;
  options: MetaOption[];
  /** What it leads to. */
  entity?: string;
}

/** The values that stand beside the one of a path, in the same record or at the root. */
export function siblingsOf(
  scope: ExpressionScope,
  path: string,
): { path: string; label: string; type: string }[] {
  const holder = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
  if (!holder)
    return scope.names.map(({ name, label, type }) => ({ path: name, label: label || name, type }));
  return (entityAt(scope, holder.split('.'))?.fields ?? []).map((field) => ({
    path: `${holder}.${field.id}`,
    label: field.label,
    type: typeOf(field),
  }));
}

/** What a path such as `$subject.account.name` means; undefined where it names nothing known. */
export function valueAt(scope: ExpressionScope, path: string): NamedValue | undefined {
  const [root = '', ...members] = path.split('.');
  const name = scope.names.find((each) => each.name === root);
  if (!name) return undefined;
  let found: NamedValue = { trail: [name.label || root], type: name.type, options: name.options ?? [] };
  for (const [index, member] of members.entries()) {
    const entity = entityAt(scope, [root, ...members.slice(0, index)]);
    const field = entity && fieldNamed(entity, member);
    if (entity && member === 'id')
      found = { trail: [...found.trail, t('expression.id')], type: 'text', options: [] };
    if (!field && member !== 'id') return undefined;
    if (!field) continue;
    found = {
      ...{ trail: [...found.trail, field.label], type: typeOf(field), options: field.options ?? [] },
      ...(field.entity && { entity: field.entity }),
    };
  }
  return found;
}
