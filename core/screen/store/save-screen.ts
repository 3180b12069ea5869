import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Screen } from '../definition.ts';
import { addChange, type Author } from './screen-changes.ts';

interface ScreenInput {
  definition: Screen;
  title: string;
  /** The version it was changed from; 0 makes a new one; any, or none, when absent. */
  version?: number;
}

const everybody = { role: null, device: null };

/** A screen of an admin's own. Throws `screen-changed` (409) when another was faster, `screen-exists` (409). */
export async function saveScreen(
  tx: Tx,
  { definition, title, version }: ScreenInput,
  author: Author,
): Promise<void> {
  const { id } = definition;
  const text = JSON.stringify(definition);
  const [now] = await tx<{ definition: Screen; version: number }[]>`
    select definition, version from core.screen where id = ${id} for update`;
  if (version !== undefined && (now?.version ?? 0) !== version)
    throw new Problem({
      status: 409,
      code: version === 0 ? 'screen-exists' : 'screen-changed',
      params: { screen: id },
    });
  await tx`insert into core.screen (id, definition, updated_by)
    values (${id}, ${text}::text::json, ${author.actor})
    on conflict (id) do update set definition = excluded.definition, version = core.screen.version + 1,
      updated_by = excluded.updated_by, updated_at = now()`;
  const before = now?.definition ?? null;
  await addChange(
    tx,
    { screen: id, title, ...everybody, kind: 'definition', before, content: definition },
    author,
  );
}

/** With its variants; what it was stays in its history. */
export async function deleteScreen(
  tx: Tx,
  { id, title }: { id: string; title: string },
  author: Author,
): Promise<void> {
  await tx`delete from core.screen_overlay where screen = ${id}`;
  const [gone] = await tx<{ definition: Screen }[]>`
    delete from core.screen where id = ${id} returning definition`;
  if (!gone) throw new Problem({ status: 404, code: 'screen-unknown', params: { screen: id } });
  await addChange(
    tx,
    { screen: id, title, ...everybody, kind: 'definition', before: gone.definition, content: null },
    author,
  );
}
