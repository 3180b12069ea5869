/** The parts that can be configured, and how each process keeps up with changes of any other. */
import type { Sql } from '../db/connect.ts';
import { configurationChannel } from './definition-changed.ts';
import type { ConfigurationPart, Reference } from './part.ts';

export interface Configuration {
  /** One part per kind: the later registration wins. */
  register(part: ConfigurationPart): void;
  /** In the order in which they are applied. */
  parts(): ConfigurationPart[];
  /** Ids of one kind that definitions of other kinds refer to. */
  referred(kind: string): Promise<string[]>;
  /** What names a definition and would be without it: as it is called, in the order of the parts. */
  referring(to: Reference): Promise<(Reference & { title: string })[]>;
  /** Called when any process changed something of the kind. */
  onChange(kind: string, heard: () => void): void;
  /** Reads again what changed since the last time; cheap when nothing did. */
  refresh(): Promise<void>;
  /** Hears of changes at once instead of at the next refresh; answers how to stop. */
  listen(): Promise<() => Promise<void>>;
}

export function createConfiguration({ sql }: { sql: Sql }): Configuration {
  const parts = new Map<string, ConfigurationPart>();
  const hearers = new Map<string, Set<() => void>>();
  let known = new Map<string, number>();
  let reading: Promise<void> = Promise.resolve();

  const read = async (): Promise<void> => {
    const rows = await sql<
      { kind: string; version: number }[]
    >`select kind, version from core.configuration_version`;
    const changed = rows.filter(({ kind, version }) => known.get(kind) !== version);
    for (const { kind } of changed) {
      await parts.get(kind)?.reload?.();
      for (const heard of hearers.get(kind) ?? []) heard();
    }
    known = new Map(rows.map(({ kind, version }) => [kind, version]));
  };
  /** One after the other: a reading that began before a change must not end after the one that saw it. */
  const refresh = (): Promise<void> => {
    const next = reading.catch(() => {}).then(read);
    reading = next;
    return next;
  };
  const referred = async (kind: string): Promise<string[]> => {
    const others = [...parts.values()].filter((part) => part.kind !== kind && part.refers);
    const items = await Promise.all(others.map(async (part) => ({ part, items: await part.items() })));
    const references = items.flatMap(({ part, items: all }) =>
      all.flatMap(({ content }) => part.refers!(content)),
    );
    return references.filter((one) => one.kind === kind).map(({ id }) => id);
  };
  const referring: Configuration['referring'] = async (to) => {
    const asked = [...parts.values()].filter((part) => part.refers).toSorted((a, b) => a.order - b.order);
    const found = await Promise.all(
      asked.map(async ({ kind, items, refers }) =>
        (await items())
          .filter((item) => refers!(item.content).some((one) => one.kind === to.kind && one.id === to.id))
          .map(({ id, title }) => ({ kind, id, title })),
      ),
    );
    return found.flat().filter((one) => one.kind !== to.kind || one.id !== to.id);
  };
  return {
    referred,
    referring,
    register: (part) => void parts.set(part.kind, part),
    parts: () => [...parts.values()].toSorted((a, b) => a.order - b.order),
    onChange: (kind, heard) => {
      const found = hearers.get(kind) ?? new Set();
      hearers.set(kind, found.add(heard));
    },
    refresh,
    listen: async () => {
      // A lost database is said once per request; the next turn of `refresh` tries again.
      const hear = (): void => void refresh().catch(() => {});
      const { unlisten } = await sql.listen(configurationChannel, hear, hear);
      return unlisten;
    },
  };
}
