/** What the link of a mail opens: whoever has it may leave, signed in or not. */
import type { Links } from '../../channel/index.ts';
import type { Sql } from '../../db/connect.ts';

export interface LeavingParts {
  sql: Sql;
  links: Pick<Links, 'open'>;
}

/** Whose mails they are; undefined where they left before. Problems `link-forged` and `link-expired`. */
export async function addressOfLink(
  { sql, links }: LeavingParts,
  token: string,
): Promise<string | undefined> {
  const [found] = await sql<{ email: string }[]>`
    select u.email from core.subscription s join core."user" u on u.id = s.user_id
    where s.id = ${idIn(links, token)}`;
  return found?.email;
}

/** No more of them; a second time changes nothing. */
export async function leaveByLink({ sql, links }: LeavingParts, token: string): Promise<void> {
  await sql`delete from core.subscription where id = ${idIn(links, token)}`;
}

const idIn = (links: Pick<Links, 'open'>, token: string): string =>
  links.open('subscription', token)['id'] ?? '';
