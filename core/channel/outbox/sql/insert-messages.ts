import type { Db } from '../../../db/connect.ts';
import type { NewMessage } from '../outbox.ts';
import type { StoredContent } from '../stored-content.ts';
import { insertFrames } from './insert-frames.ts';

type Row = NewMessage & { id: string; lane: 2 | 3; now: number };

/** One statement for any number, and one for the frames that they share; answers the id of each key, old or new. */
export async function insertMessages(db: Db, rows: readonly Row[]): Promise<string[]> {
  await insertFrames(
    db,
    rows.flatMap(({ framed }) => framed?.frame ?? []),
    rows[0]?.now ?? 0,
  );
  const values = rows.map((row) => ({
    id: row.id,
    key: row.key,
    channel: row.channel,
    purpose: row.purpose,
    lane: row.lane,
    recipient: row.to,
    entity: row.record?.entity ?? null,
    recordId: row.record?.id ?? null,
    subject: row.subject ?? '',
    content: contentOf(row),
    about: row.about ?? {},
    due: (row.dueAt ?? row.now) / 1000,
    now: row.now / 1000,
  }));
  const found = await db<{ key: string; id: string }[]>`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(values)}::text::json) as w (id uuid, key text, channel text,
        purpose text, lane smallint, recipient text, entity text, "recordId" uuid, subject text, content json, about json,
        due float8, now float8)),
    made as (
      insert into core.outbox (id, key, channel, purpose, lane, recipient, entity, record_id, subject, content, about,
        due_at, created_at)
      select id, key, channel, purpose, lane, recipient, entity, "recordId", subject, content, about, to_timestamp(due),
        to_timestamp(now) from wanted
      on conflict (key) do nothing returning key, id)
    select key, id from made union all
    select o.key, o.id from core.outbox o join wanted w on w.key = o.key`;
  const ids = new Map(found.map(({ key, id }) => [key, id]));
  return rows.map(({ key }) => ids.get(key)!);
}

const contentOf = ({ framed, ...row }: Row): StoredContent => {
  const { text, html, headers, attachments, files, timeZone, language } = row;
  return {
    ...{ text, html, headers, attachments, files, timeZone, language },
    ...(framed && { frame: framed.frame.id, holes: framed.holes }),
  };
};
