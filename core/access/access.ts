import { createBindings } from '../db/bindings.ts';
import type { Actor } from './actor.ts';
import { abilityOf } from './ability.ts';
import { grantsOf, unlimited, within, type EntityGrants } from './grants.ts';
import type { Action, Role } from './role.ts';
import { evaluate } from './rule/evaluate.ts';
import type { Rule } from './rule/rule.ts';
import { ruleToSql } from './rule/to-sql.ts';
import type { Shapes } from './shape.ts';
import { withShared } from './shared-grants.ts';

export type FieldLevel = 'write' | 'read' | 'masked' | 'hidden';

export interface SqlFragment {
  text: string;
  /** For the placeholders `$first` and on. */
  values: (string | null | boolean)[];
}

export interface Access {
  /** The record rules of an actor's roles; `unlimited` for the system. */
  grants(actor: Actor, entity: string): EntityGrants;
  rule(actor: Actor, entity: string, action: Action): Rule;
  /** The rule as a condition on the rows of `alias` (`t` when absent), with placeholders from `$first` (1). */
  predicate(question: {
    actor: Actor;
    entity: string;
    action: Action;
    alias?: string;
    first?: number;
  }): SqlFragment | 'all' | 'none';
  /** Whether there can be a record on which the actor may do this. */
  mayEver(actor: Actor, entity: string, action: Action): boolean;
  /** The most a field offers on any record; asks for lists and forms. Filters must ask `alwaysSees`. */
  fieldAccess(actor: Actor, entity: string): Record<string, FieldLevel>;
  /** Whether the actor sees the field on every record they see. */
  alwaysSees(actor: Actor, entity: string, field: string): boolean;
  /** In memory, relations of the rule's paths nested in `record`. */
  can(question: {
    actor: Actor;
    entity: string;
    action: Action;
    record: Readonly<Record<string, unknown>>;
  }): boolean;
}

export interface AccessInput {
  registry: {
    readonly version: number;
    readonly roles: readonly Role[];
    entities(): readonly { id: string }[];
  };
  shapes: Shapes;
}

export function createAccess({ registry, shapes }: AccessInput): Access {
  const grants = cachedGrants({ registry, shapes });
  const ability = cachedAbility(registry, grants);
  const rule = (actor: Actor, entity: string, action: Action): Rule => grants(actor, entity).rules[action];
  return {
    grants,
    rule,
    predicate: ({ actor, entity, action, alias = 't', first = 1 }) => {
      const found = rule(actor, entity, action);
      if (found.kind === 'all' || found.kind === 'none') return found.kind;
      const bindings = createBindings(first);
      return { text: ruleToSql(found, { alias, bindings, actor, shapes }), values: bindings.values };
    },
    mayEver: (actor, entity, action) => ability(actor).can(action, entity),
    fieldAccess: (actor, entity) =>
      Object.fromEntries(
        [...shapes(entity).fields.keys()].map((field) => [field, levelOf(grants(actor, entity), field)]),
      ),
    alwaysSees: (actor, entity, field) => {
      const { fields } = grants(actor, entity);
      const reads = shapes(entity).fields.get(field)?.dependsOn ?? [];
      return [field, ...reads.flatMap(([name]) => name ?? [])].every((name) => {
        const restricted = fields.get(name);
        return restricted === undefined || restricted.visible.kind === 'all';
      });
    },
    can: ({ actor, entity, action, record }) => evaluate(rule(actor, entity, action), record, actor),
  };
}

function levelOf(grants: EntityGrants, field: string): FieldLevel {
  const rules = grants.fields.get(field);
  const canWrite = rules
    ? rules.update.kind !== 'none' || rules.create.kind !== 'none'
    : grants.rules.update.kind !== 'none' || grants.rules.create.kind !== 'none';
  if (rules && rules.visible.kind === 'none') return rules.masked.kind === 'none' ? 'hidden' : 'masked';
  return canWrite ? 'write' : 'read';
}

const rolesKey = ({ kind, roles, lens }: Actor): string =>
  kind === 'system' ? '*' : `${roles.join(' ')}${lens === undefined ? '' : `<${lens}`}`;

function cachedGrants({ registry, shapes }: AccessInput): Access['grants'] {
  let version = -1;
  const cache = new Map<string, EntityGrants>();
  return (actor, entity) => {
    if (actor.kind === 'system') return unlimited;
    if (version !== registry.version) {
      cache.clear();
      version = registry.version;
    }
    const isShared = actor.sharedEntities.has(entity);
    const key = `${rolesKey(actor)}|${entity}${isShared ? '|shared' : ''}`;
    const found = cache.get(key);
    if (found) return found;
    const roles = registry.roles.filter((role) => actor.roles.includes(role.id));
    const own = grantsOf({ roles, entity, shapes });
    const all = isShared ? withShared(own, { entity, roles }) : own;
    const lens = registry.roles.filter(({ id }) => id === actor.lens);
    const made = actor.lens === undefined ? all : within(all, grantsOf({ roles: lens, entity, shapes }));
    cache.set(key, made);
    return made;
  };
}

function cachedAbility(
  registry: AccessInput['registry'],
  grants: Access['grants'],
): (actor: Actor) => ReturnType<typeof abilityOf> {
  let version = -1;
  const cache = new Map<string, ReturnType<typeof abilityOf>>();
  return (actor) => {
    if (version !== registry.version) {
      cache.clear();
      version = registry.version;
    }
    const key = `${rolesKey(actor)}|${[...actor.sharedEntities].join(' ')}`;
    const found =
      cache.get(key) ?? abilityOf(new Map(registry.entities().map(({ id }) => [id, grants(actor, id)])));
    cache.set(key, found);
    return found;
  };
}
