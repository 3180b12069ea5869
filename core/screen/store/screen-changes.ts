import { definitionChanged } from '../../configuration/index.ts';
import type { Db, Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import type { Screen } from '../definition.ts';
import type { Operation } from '../overlay/operation.ts';
import { screenKind, type Variant } from './screen-rows.ts';

export interface ScreenChange extends Variant {
  id: string;
  kind: 'definition' | 'overlay';
  /** The screen's definition, or the overlay's operations with their base; null after a reset or a removal. */
  content: Screen | { operations: Operation[]; base: Screen } | null;
  note: string | null;
  changedBy: string;
  changedAt: Date;
}

const shownAtOnce = 100;

/** Who changes, when, and what for: the same for all that one act writes. */
export interface Author {
  actor: string;
  at: number;
  note: string | null;
  requestId?: string;
}

export interface ChangeInput extends Variant {
  screen: string;
  /** How people know the screen. */
  title: string;
  kind: ScreenChange['kind'];
  before: ScreenChange['content'];
  content: ScreenChange['content'];
}

/** Into the history of the screen, into the audit, and word to every process. */
export async function addChange(tx: Tx, change: ChangeInput, author: Author): Promise<void> {
  const { screen, role, device, kind, title, before, content } = change;
  const text = content === null ? null : JSON.stringify(content);
  await tx`insert into core.screen_change (id, screen, role, device, kind, content, note, changed_by)
    values (${newId()}, ${screen}, ${role}, ${device}, ${kind}, ${text}::text::json, ${author.note}, ${author.actor})`;
  const variant = [role, device].filter((part) => part !== null).join(', ');
  await definitionChanged(tx, {
    kind: screenKind,
    id: screen,
    title: variant ? `${title} (${variant})` : title,
    before: told(kind, before),
    after: told(kind, content),
    actor: author.actor,
    at: author.at,
    ...(author.requestId && { requestId: author.requestId }),
  });
}

/** Of an overlay what was done; its base is known from the screen, which is there without any, too. */
const told = (kind: ScreenChange['kind'], content: ScreenChange['content']): unknown => {
  if (kind === 'definition') return content;
  return content && 'operations' in content ? content.operations : [];
};

/** Newest first, with the names of who changed. */
export const readChanges = (
  sql: Db,
  screen: string,
): Promise<(Omit<ScreenChange, 'content'> & { isEmpty: boolean; author: string | null })[]> =>
  sql`select c.id, c.role, c.device, c.kind, c.content is null as "isEmpty", c.note, c.changed_by as "changedBy",
      c.changed_at as "changedAt", u.name as author
    from core.screen_change c left join core."user" u on u.id::text = c.changed_by
    where c.screen = ${screen} order by c.id desc limit ${shownAtOnce}`;

export async function readChange(sql: Db, screen: string, id: string): Promise<ScreenChange | undefined> {
  const [row] = await sql<ScreenChange[]>`
    select id, role, device, kind, content, note, changed_by as "changedBy", changed_at as "changedAt"
    from core.screen_change where screen = ${screen} and id = ${id}`;
  return row;
}
