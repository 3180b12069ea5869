/** Opens one record to a person, a team or a role, for reading or changing, perhaps until a day; and closes it again. */
import { may, type Actor } from '../../access/index.ts';
import { newId } from '../../db/new-id.ts';
import type { Tx } from '../../db/connect.ts';
import { wordsOf } from '../../entity/index.ts';
import { invalid, notFound, Problem } from '../../errors.ts';
import { mayDo } from './may-do.ts';
import { holderNames, sharesOfRecord, tellShared, type ShareParts } from './shares.ts';

export interface RecordPlace {
  actor: Actor;
  requestId: string;
  entity: string;
  id: string;
}

export interface NewShare extends RecordPlace {
  /** `user:<id>`, `team:<id>` or `role:<id>` */
  holder: string;
  level: 'read' | 'edit';
  /** ISO moment; for ever when null. */
  until: string | null;
}

/** Sharing again with the same holder changes level and end. Answers the id. */
export async function shareRecord(parts: ShareParts, input: NewShare): Promise<string> {
  const { actor, entity, id, holder, level, until } = input;
  await checkSharer(parts, input);
  await checkHolder(parts, holder);
  if (until !== null && Date.parse(until) <= Date.now())
    throw invalid([{ pointer: '/until', code: 'share-until-past' }]);
  return parts.sql.begin(async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into core.share (id, entity, record_id, holder, level, until, created_by)
      values (${newId()}, ${entity}, ${id}, ${holder}, ${level}, ${until}, ${actor.userId ?? actor.id})
      on conflict (entity, record_id, holder) do update set level = excluded.level, until = excluded.until,
        created_by = excluded.created_by, created_at = now()
      returning id`;
    await tellShared(tx, parts, {
      ...input,
      change: { after: await told(tx, parts, { holder, level, until }) },
    });
    return row!.id;
  });
}

/** By who shared it, whoever may change the record, or who may end every sharing. */
export async function endShare(
  parts: ShareParts,
  { share, ...input }: RecordPlace & { share: string },
): Promise<void> {
  const { actor, entity, id } = input;
  const found = (await sharesOfRecord(parts.sql, { entity, id })).find((one) => one.id === share);
  if (!found) throw notFound('share', share);
  const isOwn = found.createdBy === (actor.userId ?? actor.id);
  if (!isOwn && !may(actor, 'records.share-all') && !(await mayDo(parts, { ...input, action: 'update' })))
    throw new Problem({ status: 403, code: 'share-end-forbidden' });
  await parts.sql.begin(async (tx: Tx) => {
    await tx`delete from core.share where id = ${share}`;
    const { holder, level, until } = found;
    await tellShared(tx, parts, {
      ...input,
      change: { before: await told(tx, parts, { holder, level, until }) },
    });
  });
}

/** With the name that the holder has now: it may be gone when the story is read. */
async function told<T extends { holder: string }>(
  tx: Tx,
  { registry }: ShareParts,
  share: T,
): Promise<T & { name: string }> {
  const names = await holderNames(
    tx,
    [share.holder],
    (role) => wordsOf(registry.roles.find(({ id }) => id === role)?.label) ?? role,
  );
  return { ...share, name: names.get(share.holder) ?? share.holder };
}

/**
 * Who shares must see the record by their own roles, all of it, and may change it where that is what they share:
 * otherwise a share would open what a mask hides from its giver.
 */
async function checkSharer(parts: ShareParts, input: NewShare): Promise<void> {
  const own = { ...input.actor, sharedEntities: new Set<string>() };
  const asked = { ...input, actor: own };
  if (!(await mayDo(parts, { ...asked, action: 'read' }))) {
    const isSeen = await mayDo(parts, { ...input, action: 'read' });
    throw isSeen ? new Problem({ status: 403, code: 'share-of-shared' }) : notFound(input.entity, input.id);
  }
  const partly = Object.keys(parts.access.fieldAccess(own, input.entity)).filter(
    (field) => !parts.access.alwaysSees(own, input.entity, field),
  );
  if (partly.length > 0)
    throw new Problem({ status: 403, code: 'share-of-masked', params: { fields: partly.join(', ') } });
  if (input.level === 'edit' && !(await mayDo(parts, { ...asked, action: 'update' })))
    throw new Problem({ status: 403, code: 'share-edit-forbidden' });
}

async function checkHolder({ sql, registry }: ShareParts, holder: string): Promise<void> {
  const [kind, ...rest] = holder.split(':');
  const id = rest.join(':');
  const isThere =
    kind === 'role'
      ? registry.roles.some((role) => role.id === id)
      : kind === 'team'
        ? (await sql`select 1 from core.team where id::text = ${id}`).length > 0
        : (await sql`select 1 from core."user" where id::text = ${id} and is_active`).length > 0;
  if (!isThere) throw invalid([{ pointer: '/holder', code: 'share-holder-unknown' }]);
}
