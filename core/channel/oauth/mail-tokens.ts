/**
 * Access tokens for mail servers that take no password. All processes share one, kept encrypted in the database, with
 * the refresh token that came last: where each may be used once, two that asked at the same time would lock us out.
 */
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Sql } from '../../db/connect.ts';
import { askForToken, type MailOauth } from './ask-for-token.ts';

/** A token that is good for a minute at least; another one where the mail server refused `refused`. */
export type MailTokens = (refused?: string) => Promise<string>;

export interface Box {
  seal(plain: string): string;
  open(sealed: string): string | undefined;
}

interface TokenParts {
  sql: Sql;
  oauth: MailOauth;
  box: Box;
  /** Of the real world, where tokens end. Milliseconds since 1970. */
  now?: () => number;
}

const kept = z.object({
  /** Of which settings it came: others begin anew. */
  given: z.string(),
  access: z.string(),
  until: z.number(),
  refresh: z.string().optional(),
});
type Kept = z.output<typeof kept>;

const spare = 60_000;

export function createMailTokens({ sql, oauth, box, now = Date.now }: TokenParts): MailTokens {
  const { url, client, secret, refreshToken, scope } = oauth;
  const given = hash('sha256', JSON.stringify([url, client, secret, refreshToken, scope]), 'hex');
  let known: Kept | undefined;
  /** What is good of it. */
  const good = (one: Kept | undefined, refused: string | undefined): Kept | undefined =>
    one && one.access !== refused && one.until > now() + spare ? one : undefined;
  return async (refused) => {
    const own = good(known, refused);
    if (own) return own.access;
    return sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended('mail.oauth', 0))`;
      const [row] = await tx<{ sealed: string }[]>`
        select value->>'sealed' as sealed from core.setting where key = 'mail.oauth'`;
      const stored = row && readKept(box.open(row.sealed));
      const mine = stored?.given === given ? stored : undefined;
      known = good(mine, refused);
      if (known) return known.access;
      const { access, lasts, refresh } = await askForToken(oauth, mine?.refresh ?? refreshToken);
      known = { given, access, until: now() + lasts * 1_000, refresh: refresh ?? mine?.refresh };
      const value = { sealed: box.seal(JSON.stringify(known)) };
      await tx`insert into core.setting (key, value) values ('mail.oauth', ${tx.json(value)})
        on conflict (key) do update set value = excluded.value`;
      return access;
    });
  };
}

/** Undefined for what another secret of the server sealed. */
function readKept(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  const read = kept.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
}
