import { t } from '../../data/i18n.ts';
import type { MetaEntity } from '../../data/meta.ts';

/** The fields of the members that such a part reads, by their names; those of other records are not told. */
export function wordsOfKept(part: unknown, entity: MetaEntity): string {
  const names = new Set<string>();
  gatherNames(part, entity, names);
  return [...names].join(t('list.comma'));
}

function gatherNames(part: unknown, entity: MetaEntity, names: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    const field = entity.fields.find(({ id }) => id === key.split('.')[0]);
    if (field) names.add(field.label);
    else gatherNames(value, entity, names);
  }
}
