import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';

/** Does the act unless nobody could sign in as administrator after it. Two such acts at once wait for each other. */
export async function keepAdministrator<T>(tx: Tx, act: () => Promise<T>): Promise<T> {
  await tx`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
  const before = await administrators(tx);
  const done = await act();
  if (before > 0 && (await administrators(tx)) === 0)
    throw new Problem({ status: 409, code: 'last-administrator' });
  return done;
}

async function administrators(tx: Tx): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) from core."user" u join core.user_role r on r.user_id = u.id
    where r.role_id = 'administrator' and u.is_active
      and exists (select 1 from core.account a where a.user_id = u.id)`;
  return row?.count ?? 0;
}
