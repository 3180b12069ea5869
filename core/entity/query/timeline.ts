import { mask } from '../../access/mask.ts';
import type { Actor } from '../../access/actor.ts';
import type { Db } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Cause, FieldChange } from '../../event/event.ts';
import type { EntityModel } from '../model.ts';
import type { TimelineInput, TimelinePage } from '../record-store.ts';
import { noSuchRecord } from '../store/problems.ts';
import type { QueryContext } from './context.ts';
import { groupTitles } from './group-titles.ts';
import { visibleIds } from './visible.ts';

interface EventRow {
  id: string;
  at: Date;
  type: string;
  actor: string;
  changes: Record<string, FieldChange>;
  cause: Cause;
}

const mostItems = 200;

/** What happened to a record, newest first; values of fields that the actor does not always see are masked or left out. */
export async function readTimeline(
  context: QueryContext,
  input: TimelineInput,
  db: Db,
): Promise<TimelinePage> {
  const { actor, entity, id } = input;
  const model = context.models.get(entity);
  const visible = await visibleIds(context, { actor, entity, ids: [id] }, db);
  if (!visible.has(id.toLowerCase())) throw noSuchRecord(entity, id);
  const limit = Math.min(Math.max(input.limit ?? 50, 1), mostItems);
  const [at, last] = input.cursor ? positionOf(input.cursor) : [null, null];
  const rows = await db<EventRow[]>`
    select id, at, type, actor, changes, cause from core.event
    where record_id = ${id}::uuid and (${at}::timestamptz is null or (at, id) < (${at}::timestamptz, ${last}::uuid))
    order by at desc, id desc limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const names = await context.people.names(shown.map((row) => row.actor));
  const items = shown.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    type: row.type,
    actor: { id: row.actor, title: names.get(row.actor) ?? row.actor },
    changes: shownChanges(context, { actor, model, changes: row.changes }),
    cause: row.cause,
  }));
  await relationTitles(context, { actor, model, items, db });
  const end = shown.at(-1);
  const next =
    rows.length > limit && end
      ? Buffer.from(`${end.at.toISOString()} ${end.id}`).toString('base64url')
      : null;
  return { items, next };
}

function positionOf(cursor: string): [string, string] {
  const match = /^(\S+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!match || Number.isNaN(Date.parse(match[1]!)))
    throw new Problem({ status: 400, code: 'cursor-invalid' });
  return [match[1]!, match[2]!];
}

type Changes = Record<string, FieldChange>;

function shownChanges(
  { access }: QueryContext,
  { actor, model, changes }: { actor: Actor; model: EntityModel; changes: Changes },
): Changes {
  const levels = access.fieldAccess(actor, model.id);
  const shown: Changes = {};
  for (const [field, change] of Object.entries(changes)) {
    const level = levels[field] ?? 'read';
    if (level === 'hidden') continue;
    const type = model.definition.fields[field]?.type;
    const isOpen = access.alwaysSees(actor, model.id, field);
    shown[field] = isOpen
      ? change
      : { before: mask(change.before ?? null, type), after: mask(change.after ?? null, type) };
  }
  return shown;
}

/** Relations and people in changes read as `{id, title}`. */
async function relationTitles(
  context: QueryContext,
  { actor, model, items, db }: { actor: Actor; model: EntityModel; items: { changes: Changes }[]; db: Db },
): Promise<void> {
  const sides = items.flatMap(({ changes }) =>
    Object.entries(changes).flatMap(([name, change]) => {
      const field = model.shape.fields.get(name);
      return field?.target ? [{ name, field, change }] : [];
    }),
  );
  for (const side of ['before', 'after'] as const)
    for (const name of new Set(sides.map((one) => one.name))) {
      const own = sides.filter((one) => one.name === name);
      const rows = own.map(({ change }) => ({ group: { [name]: change[side] }, values: {} }));
      const asking = { context, actor, entity: model.id };
      await groupTitles({ asking, groups: [{ name, field: own[0]!.field }], rows, db });
      own.forEach(({ change }, index) => {
        if (change[side] !== undefined) change[side] = rows[index]!.group[name];
      });
    }
}
