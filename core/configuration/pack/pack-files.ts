/** A pack as a folder: one file per definition, sorted, so that two packs differ where the configurations do. */
import { Problem } from '../../errors.ts';
import type { ConfigurationPart } from '../part.ts';
import type { Files } from './zip.ts';

export interface PackItem {
  kind: string;
  id: string;
  title: string;
  content: unknown;
  /** E-mails of people whom it names and who are not here. */
  absent?: readonly string[];
}

/** What stands in `pack.json`: the titles by `kind/id`, since an id alone says little to who plans an import. */
interface Head {
  name?: unknown;
  format?: unknown;
  titles?: Record<string, unknown>;
}

export async function packFiles(
  parts: readonly ConfigurationPart[],
  name: string,
  { withRecords = false }: { withRecords?: boolean } = {},
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const titles: Record<string, string> = {};
  for (const part of parts.filter(({ holdsRecords }) => withRecords || !holdsRecords))
    for (const { id, title, content } of (await part.items()).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      titles[`${part.kind}/${id}`] = title;
      files.set(
        `${part.kind}/${encodeURIComponent(id)}.${part.extension ?? 'json'}`,
        part.extension ? String(content) : json(content),
      );
    }
  return new Map([['pack.json', json({ format: 1, name, titles })], ...files]);
}

/** Problem `pack-file-wrong` (422) with the name of the file. */
export function itemsOf(
  files: Files,
  parts: readonly ConfigurationPart[],
): { name: string; items: PackItem[] } {
  const head = parse('pack.json', files.get('pack.json') ?? '') as Head;
  const titles = new Map(Object.entries(head.titles ?? {}));
  if (head.format !== 1) throw new Problem({ status: 422, code: 'pack-format' });
  const items: PackItem[] = [];
  for (const [path, text] of files) {
    // A folder that was zipped by hand stands in a folder of its own.
    const match = /([^/]+)\/([^/]+)\.([a-z]+)$/.exec(path);
    if (!match) continue;
    const [, kind, file, extension] = match;
    const part = parts.find((one) => one.kind === kind);
    if (!part) throw new Problem({ status: 422, code: 'pack-kind-unknown', params: { kind, file: path } });
    if (extension !== (part.extension ?? 'json')) continue;
    const id = decodeURIComponent(file!);
    const title = String(titles.get(`${kind}/${id}`) ?? id);
    items.push({ kind: kind!, id, title, content: part.extension ? text : parse(path, text) });
  }
  return { name: typeof head.name === 'string' ? head.name : '', items };
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem({ status: 422, code: 'pack-file-wrong', params: { file } });
  }
}

/** Members sorted by name at every depth; lists keep their order, which often means something. */
const json = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`;

export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
