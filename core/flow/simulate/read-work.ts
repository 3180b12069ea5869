import type { Tx } from '../../db/connect.ts';
import { resolveAssignees } from '../shell/resolve-assignees.ts';
import { people } from '../shell/sql/people.ts';
import type { Play } from './playing.ts';
import type { TrialWorkItem } from './types.ts';

/** For whom the work items would be, by name. */
export async function readWork(tx: Tx, items: Play['workItems']): Promise<TrialWorkItem[]> {
  const rows = items.map(({ run, body }) => ({ id: '', run, wait: 0, body }));
  await resolveAssignees(tx, rows);
  const ids = rows.flatMap(({ body }) => [...(body.assignee ? [body.assignee] : []), ...body.candidateUsers]);
  const named = ids.length > 0 ? await people(tx, [...new Set(ids)]) : new Map<string, { name?: unknown }>();
  const nameOf = (id: string): string => String(named.get(id)?.name ?? id);
  return rows.map(({ body }, index) => ({
    element: body.element,
    name: body.name,
    at: items[index]!.at,
    assignee: body.assignee && nameOf(body.assignee),
    candidates: body.candidateUsers.map(nameOf),
    roles: body.candidateRoles,
    due: body.due,
    ...(body.note && { note: body.note }),
  }));
}
