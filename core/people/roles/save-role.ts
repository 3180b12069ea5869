/** Makes a role, changes one, or takes changes back; each in one transaction with its fact for the audit. */
import { nothingChanged, overlayOf, type Actor, type Role } from '../../access/index.ts';
import { definitionChanged } from '../../configuration/index.ts';
import type { Tx } from '../../db/connect.ts';
import { wordsOf } from '../../entity/index.ts';
import { invalid, notFound, Problem } from '../../errors.ts';
import { checkRole } from './check-role.ts';
import type { RolesParts } from './parts.ts';
import { composeRoles, emptyRole, lockStoredRole, storeRole, type StoredRole } from './stored-roles.ts';
import { beyond } from './within.ts';

export interface RoleAct {
  actor: Actor;
  requestId: string;
  id: string;
}

export interface SaveRole extends RoleAct {
  role: Role;
  /** A new role: refused where the id is taken. */
  isNew?: boolean;
  /** Of the role as it was read: refused when somebody saved since. */
  version?: number;
}

/** Whoever changed this role could lock everybody out. */
const fixed = 'administrator';

export async function saveRole(tx: Tx, parts: RolesParts, input: SaveRole): Promise<void> {
  const { actor, id, role, isNew } = input;
  if (id === fixed) throw new Problem({ status: 409, code: 'role-fixed' });
  const stored = await lockStoredRole(tx, id);
  const base = parts.registry.baseRoles.find((one) => one.id === id);
  if (isNew && (base || stored))
    throw invalid([{ pointer: '/id', code: 'role-taken', params: { role: id } }]);
  if (!isNew && !base && !stored) throw notFound('role', id);
  if (input.version !== undefined && input.version !== (stored?.version ?? 0))
    throw new Problem({ status: 409, code: 'role-changed' });
  const errors = checkRole(parts, role);
  if (errors.length > 0) throw invalid(errors);
  const more = beyond(parts, { actor, role });
  if (more.length > 0)
    throw new Problem({
      status: 403,
      code: 'role-beyond-own',
      params: { more: more.slice(0, 5).join(', ') },
    });
  const overlay = overlayOf(base ?? emptyRole(id), role);
  const before = running(parts, stored, id);
  if (base && nothingChanged(overlay)) await tx`delete from core.role where id = ${id}`;
  else await storeRole(tx, { id, overlay, isOwn: !base, actor: actor.id });
  await tell(tx, parts, { ...input, before, after: role });
}

/** Own roles go, changes to a plugin's role are taken back: of one entity when it is named. */
export async function removeRole(
  tx: Tx,
  parts: RolesParts,
  input: RoleAct & { entity?: string },
): Promise<void> {
  const { actor, id, entity } = input;
  const stored = await lockStoredRole(tx, id);
  if (!stored) throw notFound('role', id);
  const before = running(parts, stored, id);
  if (stored.isOwn) {
    await refuseHeld(tx, id);
    await tx`delete from core.role where id = ${id}`;
    return tell(tx, parts, { ...input, before, after: null });
  }
  const { [entity ?? '']: _reset, ...grants } = stored.overlay.grants;
  const overlay = entity === undefined ? null : { ...stored.overlay, grants };
  if (!overlay || nothingChanged(overlay)) await tx`delete from core.role where id = ${id}`;
  else await storeRole(tx, { id, overlay, isOwn: false, actor: actor.id });
  const after = running(parts, overlay ? { ...stored, overlay } : undefined, id);
  const more = after ? beyond(parts, { actor, role: after }) : [];
  if (more.length > 0)
    throw new Problem({
      status: 403,
      code: 'role-beyond-own',
      params: { more: more.slice(0, 5).join(', ') },
    });
  await tell(tx, parts, { ...input, before, after });
}

async function refuseHeld(tx: Tx, id: string): Promise<void> {
  const people = await tx<{ name: string }[]>`
    select u.name from core.user_role r join core."user" u on u.id = r.user_id where r.role_id = ${id} order by 1 limit 6`;
  if (people.length === 0) return;
  const names = people.slice(0, 5).map(({ name }) => name);
  throw new Problem({
    status: 409,
    code: 'role-in-use',
    params: { people: `${names.join(', ')}${people.length > 5 ? ' …' : ''}` },
  });
}

const running = (parts: RolesParts, stored: StoredRole | undefined, id: string): Role | null =>
  composeRoles(parts.registry.baseRoles, stored ? [stored] : []).find((role) => role.id === id) ?? null;

interface Told extends RoleAct {
  before: Role | null;
  after: Role | null;
}

const tell = (tx: Tx, { clock }: RolesParts, { actor, requestId, id, before, after }: Told): Promise<void> =>
  definitionChanged(tx, {
    kind: 'role',
    id,
    title: wordsOf((after ?? before)?.label, actor.locale) ?? id,
    before,
    after,
    actor: actor.userId ?? actor.id,
    at: clock.now(),
    requestId,
  });
