/** A role's grants as a matrix of entities and actions, and what a click on a cell makes of them. */
import { recordActions, type EntityGrant, type MatrixAction } from '../../data/roles.ts';

/** For no record, some of them, or all. */
export type CellState = 'no' | 'some' | 'all';

const isRecordAction = (action: MatrixAction): action is (typeof recordActions)[number] =>
  // The cast: a list of some strings may be asked for any string.
  (recordActions as readonly string[]).includes(action);

export function allows(grant: EntityGrant, action: MatrixAction): boolean {
  if (isRecordAction(action)) return grant.actions.includes(action);
  const brings = action === 'import' ? (['create', 'update'] as const) : (['read'] as const);
  return brings.some((one) => grant.actions.includes(one)) && !grant.without?.includes(action);
}

export const grantsFor = (grants: readonly EntityGrant[], entity: string): EntityGrant[] =>
  grants.filter((grant) => grant.entity === entity);

/** The grants that count for an entity: its own, and those for every entity where it has none. */
export const grantsThatCount = (grants: readonly EntityGrant[], entity: string): EntityGrant[] =>
  grants.filter(
    (grant) => grant.entity === entity || (grant.entity === '*' && !grant.except?.includes(entity)),
  );

export function cellState(grants: readonly EntityGrant[], action: MatrixAction): CellState {
  const allowing = grants.filter((grant) => allows(grant, action));
  if (allowing.length === 0) return 'no';
  return allowing.some((grant) => grant.where === undefined) ? 'all' : 'some';
}

/** The same grant with or without an action; what comes along with reading or writing is kept as "without". */
export function withAction(grant: EntityGrant, action: MatrixAction, isOn: boolean): EntityGrant {
  if (isRecordAction(action)) {
    const actions = recordActions.filter((one) => (one === action ? isOn : grant.actions.includes(one)));
    return { ...grant, actions };
  }
  const without = (grant.without ?? []).filter((one) => one !== action);
  if (!isOn) without.push(action);
  const { without: _before, ...rest } = grant;
  return without.length > 0 ? { ...rest, without } : rest;
}

/** A click on a cell: the only grant changes, an entity without one gets one. Null where several grants need a look. */
export function toggled(
  grants: readonly EntityGrant[],
  entity: string,
  action: MatrixAction,
): EntityGrant[] | null {
  const own = grantsFor(grants, entity);
  if (own.length > 1) return null;
  const current: EntityGrant = own[0] ?? { entity, actions: [] };
  const isOn = !allows(current, action);
  let next = withAction(current, action, isOn);
  // Nobody changes what they cannot see, and what comes along with reading needs reading.
  if (isOn && action !== 'read' && action !== 'create' && !next.actions.includes('read'))
    next = withAction(next, 'read', true);
  if (isOn && action === 'import' && !next.actions.includes('create'))
    next = withAction(next, 'create', true);
  return replaceGrants(grants, entity, next.actions.length > 0 ? [next] : []);
}

/** The grants of one entity instead of those before, at their place; an entity beside `*` is excepted from it. */
export function replaceGrants(
  grants: readonly EntityGrant[],
  entity: string,
  own: readonly EntityGrant[],
): EntityGrant[] {
  const at = grants.findIndex((grant) => grant.entity === entity);
  const others = grants
    .filter((grant) => grant.entity !== entity)
    .map((grant) =>
      grant.entity === '*' ? { ...grant, except: [...new Set([...(grant.except ?? []), entity])] } : grant,
    );
  const place =
    at < 0 ? others.length : grants.slice(0, at).filter((grant) => grant.entity !== entity).length;
  return [...others.slice(0, place), ...own, ...others.slice(place)];
}
