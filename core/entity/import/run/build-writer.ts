import type { Access, Actor, Shapes } from '../../../access/index.ts';
import type { Identity } from '../../../identity/index.ts';
import type { Registry } from '../../../registry.ts';
import type { RecordStore } from '../../record-store.ts';
import type { ImportRow } from '../import-row.ts';
import { duplicateFinder } from '../match/find-duplicates.ts';
import { findPeople } from '../match/find-people.ts';
import { findRecords } from '../match/find-records.ts';
import { rowReader, type LookupColumn, type RowReader } from '../row/read-row.ts';
import { importTarget, peopleTarget } from '../target.ts';
import { entityWriter } from './entity-writer.ts';
import { peopleWriter } from './people-writer.ts';
import type { ImportWriter } from './writer.ts';

export interface WriterServices {
  registry: Registry;
  identity: Identity;
  access: Access;
  shapes: Shapes;
  records: Pick<RecordStore, 'write'>;
}

type Setup = Pick<ImportRow, 'id' | 'target' | 'mapping' | 'options'>;

/** What an import writes with: its own mapping, its actor's eyes and rights. */
export async function buildWriter(
  services: WriterServices,
  setup: Setup,
  actor: Actor,
): Promise<ImportWriter> {
  const { registry, access, shapes, records } = services;
  const { currency } = await services.identity.company();
  const reader = buildReader(registry, setup, actor);
  if (setup.target === peopleTarget) return peopleWriter({ reader, options: setup.options });
  const definition = registry.entity(setup.target);
  return entityWriter({
    actor,
    entity: definition.id,
    records,
    reader,
    mapping: setup.mapping,
    options: setup.options,
    cause: { import: setup.id },
    findKeys: (tx, column) => (texts) => {
      const found = keyOf(registry, column);
      return found.entity === null
        ? findPeople(tx, found.field, texts)
        : findRecords(tx, { access, shapes, actor, ...found }, texts);
    },
    duplicates: duplicateFinder({
      access,
      shapes,
      actor,
      definition,
      keys: setup.options.keys,
      currency,
    }),
  });
}

function buildReader(registry: Registry, setup: Setup, actor: Actor): RowReader {
  const target = importTarget(registry, setup.target);
  return rowReader(target, setup.mapping, {
    timeZone: actor.timeZone,
    optionLabels: (field, value) => optionLabels(registry, { entity: setup.target, field, value }),
  });
}

/** The texts of an option in every language. */
export function optionLabels(
  registry: Registry,
  { entity, field, value }: { entity: string; field: string; value: string },
): string[] {
  if (!registry.hasEntity(entity)) return [];
  const key = `${registry.entity(entity).plugin}.option.${entity}.${field}.${value}`;
  return (['en', 'zh-CN'] as const).flatMap((locale) => registry.find(locale, key) ?? []);
}

export type LookupKey = { entity: string; field: string } | { entity: null; field: 'name' | 'email' };

/** Which field of which entity a column's text is compared with. */
export function keyOf(registry: Registry, { field, mapping }: LookupColumn): LookupKey {
  const { type, entity } = field.definition;
  if (type === 'user' || entity === undefined)
    return { entity: null, field: mapping.key === 'email' ? 'email' : 'name' };
  return { entity, field: mapping.key ?? registry.entity(entity).title };
}
