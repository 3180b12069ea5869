/** What single records that were shared with an actor add to what the roles grant. */
import type { EntityGrants, FieldRules } from './grants.ts';
import type { FieldRestriction, Role } from './role.ts';
import { isFor } from './grants.ts';
import { or, type Rule } from './rule/rule.ts';

const strictness: readonly FieldRestriction[] = ['read-only', 'masked', 'hidden'];

/**
 * Shared records may be read, and changed where they were shared for that. A field that some of the actor's own
 * grants restricts is restricted at its strictest: sharing opens a record, never a mask.
 */
export function withShared(
  own: EntityGrants,
  { entity, roles }: { entity: string; roles: readonly Role[] },
): EntityGrants {
  const read: Rule = { kind: 'shared', entity, level: 'read' };
  const edit: Rule = { kind: 'shared', entity, level: 'edit' };
  const fields = new Map<string, FieldRules>();
  for (const [field, rules] of own.fields) {
    const level = strictestLevel(roles, entity, field);
    fields.set(field, {
      ...rules,
      visible: level === 'read-only' ? or([rules.visible, read]) : rules.visible,
      masked: level === 'masked' ? or([rules.masked, read]) : rules.masked,
    });
  }
  return {
    rules: {
      ...own.rules,
      read: or([own.rules.read, read]),
      update: or([own.rules.update, edit]),
      run: or([own.rules.run, read]),
    },
    fields,
  };
}

/** Of a field that at least one grant of these roles restricts. */
export function strictestLevel(roles: readonly Role[], entity: string, field: string): FieldRestriction {
  const levels = roles
    .flatMap((role) => role.grants)
    .filter((grant) => isFor(grant, entity))
    .flatMap((grant) => grant.fields?.[field] ?? []);
  return levels.toSorted((a, b) => strictness.indexOf(b) - strictness.indexOf(a))[0] ?? 'read-only';
}
