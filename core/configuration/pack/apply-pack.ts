/** Imports a pack in one go: kind after kind, and when one is refused, those before it are taken back. */
import { newId } from '../../db/new-id.ts';
import type { Sql } from '../../db/connect.ts';
import { notFound, Problem } from '../../errors.ts';
import type { ApplyContext, ConfigurationPart } from '../part.ts';
import { within } from '../within.ts';
import type { PackItem } from './pack-files.ts';
import { packRun } from './pack-run.ts';
import { keyOf, planPack } from './plan-pack.ts';

interface Written {
  kind: string;
  id: string;
  before: unknown;
  after: unknown;
}

export interface PackParts {
  sql: Sql;
  parts: readonly ConfigurationPart[];
}

/** Answers the id of the import, and how many definitions it wrote. */
export async function applyPack(
  { sql, parts }: PackParts,
  { name, items, context }: { name: string; items: readonly PackItem[]; context: ApplyContext },
): Promise<{ id: string; written: number }> {
  const { steps, before } = await planPack({ sql, parts }, items);
  const missing = steps.flatMap((step) => step.missing);
  if (missing.length > 0)
    throw new Problem({
      status: 422,
      code: 'pack-missing',
      params: { missing: missing.map(keyOf).join(', ') },
    });
  const written: Written[] = steps
    .filter(({ act }) => act !== 'same')
    .map(({ kind, id }) => {
      const key = keyOf({ kind, id });
      return {
        kind,
        id,
        before: before.get(key) ?? null,
        after: items.find((item) => keyOf(item) === key)!.content,
      };
    });
  await write(parts, written, context);
  const id = newId();
  await sql`insert into core.pack_import (id, name, items, created_by)
    values (${id}, ${name}, ${JSON.stringify(written)}::text::json, ${context.actor.userId ?? context.actor.id})`;
  return { id, written: written.length };
}

/** Everything stands again as before the import, what was changed here since included. */
export async function undoPack(
  { sql, parts }: PackParts,
  { id, context }: { id: string; context: ApplyContext },
): Promise<void> {
  const [row] = await sql<{ items: Written[]; undoneAt: Date | null }[]>`
    select items, undone_at as "undoneAt" from core.pack_import where id = ${id}`;
  if (!row) throw notFound('pack', id);
  if (row.undoneAt) throw new Problem({ status: 409, code: 'pack-undone' });
  await write([...parts].toReversed(), row.items.map(reversed), { ...context, isUndo: true });
  await sql`update core.pack_import set undone_at = now() where id = ${id}`;
}

const reversed = (one: Written): Written => ({ ...one, before: one.after, after: one.before });

/** The audit knows what one run wrote, and that it was taken back. */
async function write(
  parts: readonly ConfigurationPart[],
  written: readonly Written[],
  context: ApplyContext,
): Promise<void> {
  const run = newId();
  const begun: { part: ConfigurationPart; own: Written[] }[] = [];
  const writeAll = async (): Promise<void> => {
    for (const part of parts) {
      const own = written.filter(({ kind }) => kind === part.kind);
      if (own.length === 0) continue;
      begun.push({ part, own });
      const changes = own.map(({ id, after }) => ({ id, content: after }));
      const [only] = own;
      await (own.length === 1
        ? within({ kind: part.kind, id: only!.id }, () => part.apply(changes, context))
        : part.apply(changes, context));
      await part.reload?.();
    }
  };
  const takeBack = async (): Promise<void> => {
    // The part that refused may have written some of its own: it is asked too, and may find nothing to do.
    for (const { part, own } of begun.toReversed()) {
      const changes = own.map(({ id, before }) => ({ id, content: before }));
      await part.apply(changes, { ...context, isUndo: true }).catch(() => {});
      await part.reload?.();
    }
  };
  try {
    await packRun.run({ id: run, isTakenBack: false }, writeAll);
  } catch (error) {
    await packRun.run({ id: run, isTakenBack: true }, takeBack);
    throw error;
  }
}
