import { createMongoAbility, type MongoAbility } from '@casl/ability';
import { entityActions, recordActions } from './role.ts';
import type { EntityGrants } from './grants.ts';

const actions = [...recordActions, ...entityActions];

/**
 * Questions without a record ("may this actor ever create contacts?"), as CASL understands them. What depends on a
 * record is asked of the rules: CASL alone says yes as soon as any conditional rule exists.
 */
export const abilityOf = (grants: ReadonlyMap<string, EntityGrants>): MongoAbility =>
  createMongoAbility(
    [...grants].flatMap(([subject, { rules }]) =>
      actions.filter((action) => rules[action].kind !== 'none').map((action) => ({ action, subject })),
    ),
  );
