import { brokenRules } from '../rule/broken-rules.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import { recordOf, type CurrentRow } from './current-rows.ts';
import type { Prepared } from './prepare-values.ts';

interface RuleRow {
  prepared: Prepared;
  /** Absent for a new record. */
  current?: CurrentRow;
  /** Places of changed fields. */
  changed?: ReadonlySet<number>;
}

/** Adds what the validation rules of the entity say against each row. */
export function checkRules(context: WriteContext, model: EntityModel, rows: readonly RuleRow[]): void {
  if (Object.keys(model.definition.rules ?? {}).length === 0) return;
  for (const { prepared, current, changed } of rows) {
    if (prepared.errors.length > 0) continue;
    const before = current ? recordOf(model, current) : null;
    const record: Record<string, unknown> = before ? { ...before } : freshRecord(context, prepared);
    model.stored.forEach(({ id }, index) => {
      if (prepared.values[index] !== undefined || !before) record[id] = prepared.values[index] ?? null;
    });
    const { actor, at: now } = context;
    const names = changed && new Set([...changed].flatMap((index) => model.stored[index]?.id ?? 'owner'));
    prepared.errors.push(
      ...brokenRules({
        ...{ model, record, before, actor, now },
        changed: names ?? 'all',
        timeZone: context.timeZone(),
      }),
    );
  }
}

/** The system fields of a record that is not there yet. */
export function freshRecord(
  context: WriteContext,
  { owner }: Pick<Prepared, 'owner'>,
): Record<string, unknown> {
  const by = context.actor.userId ?? context.actor.id;
  const at = new Date(context.at).toISOString();
  return { version: 1, owner: owner ?? null, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
}
