/** Links by which people choose their first password, or a new one: one at a time per person, for a week, once. */
import { mayReach } from '../person/may-reach.ts';
import type { Actor } from '../../access/index.ts';
import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { newToken, readPerson, savePersonIn, tokenHash } from '../../identity/index.ts';
import { announce, definitionChanged } from '../../configuration/index.ts';
import type { PersonParts } from '../person/change-person.ts';

export interface Invitation {
  token: string;
  until: Date;
  name: string;
  email: string;
  locale: 'en' | 'zh-CN';
}

const week = 7 * 24 * 3_600_000;

/** A new link makes the one before worthless. */
export function invite(
  parts: PersonParts,
  { actor, id, requestId }: { actor: Actor; id: string; requestId: string },
): Promise<Invitation> {
  return parts.sql.begin(async (tx) => {
    const person = await readPerson(tx, id);
    mayReach(parts, actor, person);
    if (!person.email)
      throw new Problem({ status: 422, code: 'invite-without-email', params: { name: person.name } });
    if (!person.isActive)
      throw new Problem({ status: 409, code: 'invite-inactive', params: { name: person.name } });
    const token = newToken();
    const until = new Date(Date.now() + week);
    await tx`insert into core.invitation (token_hash, user_id, until, created_by)
      values (${tokenHash(token)}, ${id}, ${until}, ${actor.userId ?? actor.id})
      on conflict (user_id) do update set token_hash = excluded.token_hash, until = excluded.until,
        created_by = excluded.created_by, created_at = now()`;
    await definitionChanged(tx, {
      kind: 'person',
      id,
      title: person.name,
      before: { invited: false },
      after: { invited: true, until: until.toISOString() },
      actor: actor.userId ?? actor.id,
      at: parts.clock.now(),
      requestId,
    });
    const locale = person.locale === 'zh-CN' ? 'zh-CN' : 'en';
    return { token, until, name: person.name, email: person.email, locale };
  });
}

/** Who a link is for; problem `invitation-gone` (404) when it was used, replaced, or is over. */
export async function readInvitation(
  sql: PersonParts['sql'] | Tx,
  token: string,
): Promise<{ userId: string; name: string; email: string }> {
  const [row] = await sql<{ userId: string; name: string; email: string }[]>`
    select u.id as "userId", u.name, u.email from core.invitation i join core."user" u on u.id = i.user_id
    where i.token_hash = ${tokenHash(token)} and i.until > now() and u.is_active and u.email is not null`;
  if (!row) throw new Problem({ status: 404, code: 'invitation-gone' });
  return row;
}

/** Sets the password and uses the link up. Whoever holds the link reads the person's mail, so the address is theirs. */
export function acceptInvitation(
  parts: PersonParts,
  { token, password }: { token: string; password: string },
): Promise<{ email: string }> {
  return parts.sql.begin(async (tx) => {
    const { userId, email } = await readInvitation(tx, token);
    const used = await tx`delete from core.invitation where token_hash = ${tokenHash(token)}`;
    if (used.count === 0) throw new Problem({ status: 404, code: 'invitation-gone' });
    await savePersonIn(tx, { id: userId, change: { password }, hashPassword: parts.hashPassword });
    await tx`update core."user" set email_verified = true where id = ${userId}`;
    await announce(tx, 'person');
    return { email };
  });
}
