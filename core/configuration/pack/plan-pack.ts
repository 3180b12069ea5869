/** What importing a pack would do here, before it does. Throws problem `pack-shape` (422) for what no such file can have. */
import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { differences, type Difference } from '../difference.ts';
import type { ConfigurationPart, Reference } from '../part.ts';
import { sorted, type PackItem } from './pack-files.ts';

export interface PackStep {
  kind: string;
  id: string;
  title: string;
  /** `conflict`: it was changed here since it last came from a pack, or was made here under the same name. */
  act: 'add' | 'change' | 'same' | 'conflict';
  differences: Difference[];
  /** What it needs that is neither here nor in the pack. */
  missing: Reference[];
  /** E-mails of people whom it names and who are not here. */
  absent: readonly string[];
}

export interface PackPlan {
  steps: PackStep[];
  /** Contents here now, by `kind/id`; null where there is none. */
  before: Map<string, unknown>;
}

export const keyOf = ({ kind, id }: Reference): string => `${kind}/${id}`;

export async function planPack(
  { sql, parts }: { sql: Sql; parts: readonly ConfigurationPart[] },
  items: readonly PackItem[],
): Promise<PackPlan> {
  for (const item of items)
    checkShape(
      parts.find(({ kind }) => kind === item.kind)!,
      item,
    );
  const before = new Map<string, unknown>();
  const titles = new Map<string, string>();
  for (const part of parts)
    for (const { id, title, content } of await part.items()) {
      before.set(keyOf({ kind: part.kind, id }), content);
      titles.set(keyOf({ kind: part.kind, id }), title);
    }
  const imported = await lastImported(sql);
  const coming = new Set(items.map(keyOf));
  const steps: PackStep[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const here = before.get(key) ?? null;
    const part = parts.find(({ kind }) => kind === item.kind)!;
    steps.push({
      kind: item.kind,
      id: item.id,
      title: titles.get(key) ?? item.title,
      act: await actOf(part, { item, here, imported: imported.get(key) }),
      differences: here === null ? [] : differences(sorted(here), sorted(item.content)),
      missing: await missingOf(part, { item, coming, parts }),
      absent: item.absent ?? [],
    });
  }
  return { steps, before };
}

function checkShape({ shape }: ConfigurationPart, { kind, id, content }: PackItem): void {
  const [first] = shape?.safeParse(content).error?.issues ?? [];
  if (first)
    throw new Problem({
      ...{ status: 422, code: 'pack-shape', params: { where: first.path.join(' › ') || '–' } },
      extra: { definition: { kind, id } },
    });
}

async function actOf(
  part: ConfigurationPart,
  { item, here, imported }: { item: PackItem; here: unknown; imported: unknown },
): Promise<PackStep['act']> {
  // What a plugin brings is here although nobody made it.
  if (here === null) return (await part.has(item.id)) ? 'change' : 'add';
  if (text(here) === text(item.content)) return 'same';
  return imported !== undefined && text(imported) === text(here) ? 'change' : 'conflict';
}

const text = (content: unknown): string => JSON.stringify(sorted(content));

async function missingOf(
  part: ConfigurationPart,
  {
    item,
    coming,
    parts,
  }: { item: PackItem; coming: ReadonlySet<string>; parts: readonly ConfigurationPart[] },
): Promise<Reference[]> {
  const missing: Reference[] = [];
  for (const reference of part.refers?.(item.content) ?? []) {
    const other = parts.find(({ kind }) => kind === reference.kind);
    if (!coming.has(keyOf(reference)) && other && !(await other.has(reference.id))) missing.push(reference);
  }
  return missing;
}

/** What imports that still stand wrote last, by `kind/id`. */
async function lastImported(sql: Sql): Promise<Map<string, unknown>> {
  const rows = await sql<{ items: { kind: string; id: string; after: unknown }[] }[]>`
    select items from core.pack_import where undone_at is null order by created_at`;
  return new Map(rows.flatMap(({ items }) => items.map((item) => [keyOf(item), item.after] as const)));
}
