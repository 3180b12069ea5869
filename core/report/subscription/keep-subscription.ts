import type { Actor } from '../../access/index.ts';
import { newId } from '../../db/new-id.ts';
import { notFound, Problem } from '../../errors.ts';
import { enqueue } from '../../job/index.ts';
import { readScreen } from '../../screen/index.ts';
import type { SectionParts, Wanted } from '../mail/sections.ts';
import { listReports } from '../store/list-reports.ts';
import { nextDue } from './next-due.ts';
import { subscriptionJobOf } from './subscription-job.ts';
import type { Subscription } from './subscription.ts';

export type SubscriptionInput = Pick<Subscription, 'kind' | 'target' | 'rhythm' | 'language'>;

/** One's own, by when they come. */
export async function listSubscriptions(parts: SectionParts, actor: Actor): Promise<Subscription[]> {
  const rows = await parts.sql<Omit<Subscription, 'name'>[]>`
    select id, kind, target, rhythm, language, due_at as "dueAt", outcome, ended_at as "endedAt"
    from core.subscription where user_id = ${actor.userId}::uuid order by due_at, id`;
  const names = await Promise.all(rows.map((row) => nameOf(parts, actor, row)));
  return rows.map((row, index) => ({ ...row, name: names[index] ?? null }));
}

/** One for each report and dashboard: the second changes the first. */
export async function saveSubscription(
  parts: SectionParts,
  input: SubscriptionInput,
  actor: Actor,
): Promise<Subscription> {
  if (!actor.userId) throw new Problem({ status: 409, code: 'not-a-person' });
  const { sql } = parts;
  const [person] = await sql<{ email: string | null }[]>`
    select email from core."user" where id = ${actor.userId}`;
  if (!person?.email) throw new Problem({ status: 409, code: 'subscription-no-address' });
  const { kind, target, rhythm, language } = input;
  if (!(await nameOf(parts, actor, input))) throw notFound(kind, target);
  const due = nextDue(rhythm, { now: parts.clock.now(), timeZone: actor.timeZone });
  await sql.begin(async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into core.subscription (id, user_id, kind, target, rhythm, language, due_at)
      values (${newId()}, ${actor.userId}, ${kind}, ${target}, ${rhythm}, ${language}, ${new Date(due)})
      on conflict (user_id, kind, target) do update set rhythm = excluded.rhythm, language = excluded.language,
        due_at = excluded.due_at
      returning id`;
    await enqueue(tx, [subscriptionJobOf(row!.id, due)]);
  });
  const all = await listSubscriptions(parts, actor);
  return all.find((one) => one.kind === kind && one.target === target)!;
}

export async function removeSubscription(
  { sql }: Pick<SectionParts, 'sql'>,
  actor: Actor,
  id: string,
): Promise<void> {
  const { count } = await sql`
    delete from core.subscription where id = ${id} and user_id = ${actor.userId}::uuid`;
  if (count === 0) throw notFound('subscription', id);
}

async function nameOf(
  parts: SectionParts,
  actor: Actor,
  { kind, target }: Wanted,
): Promise<string | undefined> {
  if (kind === 'report') return (await listReports(parts, actor)).find(({ id }) => id === target)?.name;
  const screen = await readScreen({ ...parts, actor }, target);
  return screen?.kind === 'dashboard' ? screen.label : undefined;
}
