import type { Tx } from '../../db/connect.ts';
import type { NewWorkItem } from './sql/insert-work-items.ts';

/**
 * Assignees and candidates may be user ids or e-mail addresses. Somebody who is nobody, or has left, leaves
 * the work item unassigned, with a note, to candidates and operators.
 */
export async function resolveAssignees(tx: Tx, items: readonly NewWorkItem[]): Promise<void> {
  const named = [
    ...new Set(
      items.flatMap(({ body }) => [...(body.assignee ? [body.assignee] : []), ...body.candidateUsers]),
    ),
  ];
  if (named.length === 0) return;
  const rows = await tx<{ named: string; id: string; isActive: boolean }[]>`
    select named, u.id, u.is_active as "isActive" from unnest(${named}::text[]) as named
    join core."user" u on u.id::text = lower(named) or u.email = lower(named)`;
  const ids = new Map(rows.filter(({ isActive }) => isActive).map((row) => [row.named, row.id]));
  const left = new Set(rows.filter(({ isActive }) => !isActive).map(({ named }) => named));
  const noteOf = (assignee: string): string => (left.has(assignee) ? 'assignee-left' : 'assignee-nobody');
  for (const item of items) {
    const { body } = item;
    const assignee = body.assignee ? ids.get(body.assignee) : undefined;
    item.body = {
      ...body,
      assignee: assignee ?? null,
      candidateUsers: body.candidateUsers.flatMap((user) => ids.get(user) ?? []),
      note: body.assignee && !assignee ? noteOf(body.assignee) : body.note,
    };
  }
}
