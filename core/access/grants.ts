/** What the roles of an actor add up to for one entity, as rules; the same for everybody with the same roles. */
import type { Action, EntityGrant, Role } from './role.ts';
import { parseRule } from './rule/parse.ts';
import { all, or, type Rule } from './rule/rule.ts';
import type { Shapes } from './shape.ts';

export interface FieldRules {
  /** On which readable records the value shows. */
  visible: Rule;
  /** On which of the others it shows masked. */
  masked: Rule;
  /** On which records it may be changed, and whether it may be set on a new one. */
  update: Rule;
  create: Rule;
}

export interface EntityGrants {
  rules: Record<Action, Rule>;
  /** Only fields that some grant restricts. */
  fields: ReadonlyMap<string, FieldRules>;
}

export const unlimited: EntityGrants = {
  rules: { read: all, create: all, update: all, delete: all },
  fields: new Map(),
};

export function grantsOf(input: { roles: readonly Role[]; entity: string; shapes: Shapes }): EntityGrants {
  const grants = input.roles.flatMap((role) =>
    role.grants.filter((grant) => grant.entity === '*' || grant.entity === input.entity),
  );
  const parsed = grants.map((grant) => ({
    grant,
    where: parseRule({ filter: grant.where, entity: input.entity, shapes: input.shapes, pointer: '/where' }),
  }));
  const ruleFor = (action: Action, fits: (grant: EntityGrant) => boolean): Rule =>
    or(parsed.filter(({ grant }) => grant.actions.includes(action) && fits(grant)).map(({ where }) => where));
  const restricted = new Set(grants.flatMap((grant) => Object.keys(grant.fields ?? {})));
  const fields = new Map<string, FieldRules>();
  for (const field of restricted) {
    const level = (grant: EntityGrant) => grant.fields?.[field];
    fields.set(field, {
      visible: ruleFor('read', (grant) => level(grant) === undefined || level(grant) === 'read-only'),
      masked: ruleFor('read', (grant) => level(grant) === 'masked'),
      update: ruleFor('update', (grant) => level(grant) === undefined),
      create: ruleFor('create', (grant) => level(grant) === undefined),
    });
  }
  const always = (): boolean => true;
  return {
    rules: {
      read: ruleFor('read', always),
      create: ruleFor('create', always),
      update: ruleFor('update', always),
      delete: ruleFor('delete', always),
    },
    fields,
  };
}
