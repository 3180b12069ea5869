/** Imports as the API shows them, with sentences in the reader's language. */
import type { Actor } from '../access/actor.ts';
import {
  importTarget,
  keptUntil,
  missingFields,
  openDateColumns,
  reasonText,
  type ImportRow,
  type Preview,
  type RowReason,
} from '../entity/import/index.ts';
import type { Registry } from '../registry.ts';

interface Reader {
  registry: Registry;
  actor: Actor;
}

export function importView(row: ImportRow, { registry, actor }: Reader): Record<string, unknown> {
  const { id, target, name, state, phase, parent, source, mapping, options, problem } = row;
  const isKnown = target === 'user' || registry.hasEntity(target);
  const setup = isKnown ? importTarget(registry, target) : null;
  return {
    id,
    target,
    name,
    state,
    phase,
    parent,
    source,
    mapping,
    options,
    fields: setup?.fields.map((field) => ({ id: field.id, ...field.definition })) ?? [],
    missing: setup ? missingFields(row, setup) : [],
    askDateOrder: setup ? openDateColumns(row, setup) : [],
    progress: {
      read: row.position,
      written: row.created + row.updated,
      created: row.created,
      updated: row.updated,
      rejected: row.rejected,
      skipped: row.skipped,
      waiting: row.deferred,
      bytes: row.bytesRead,
      size: source.size,
    },
    /** Rows per second while it ran. */
    rate: row.runMs > 0 ? Math.round((row.position * 1_000) / row.runMs) : null,
    problem: problem && {
      ...problem,
      detail: registry.text(actor.locale, `problem.${problem.code}`, problem.params),
    },
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    /** The file and the rejected rows; null while it runs. */
    keptUntil: keptUntil(row),
  };
}

export function previewView(
  preview: Preview,
  { registry, actor, target }: Reader & { target: string },
): Record<string, unknown> {
  const message = (reason: RowReason): string =>
    reasonText(reason, { registry, locale: actor.locale, target });
  return {
    ...preview,
    reasons: preview.reasons.map((group) => ({
      ...group,
      message: message(group),
      examples: group.examples.map((example) => ({ ...example, message: message({ ...group, ...example }) })),
    })),
  };
}
