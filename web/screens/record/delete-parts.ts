import { askPerson } from '../../components/rl-question.ts';
import { titleOf } from '../../data/choices.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import { bulkChange, listRecords, type RecordItem } from '../../data/records.ts';

/** Parts of a record: of one entity. */
export interface Parts {
  entity: MetaEntity;
  ids: string[];
}

const pageSize = 200;
/** Who deletes a whole does not wait for more, nor does the server take more at once. */
const most = 1_000;

/**
 * Asks whether what is a part of the record goes with it, where there is any. Undefined: nothing is to be deleted;
 * else what goes along.
 */
export async function partsToDelete(
  meta: Meta,
  { entity, record }: { entity: MetaEntity; record: RecordItem },
): Promise<Parts[] | undefined> {
  const parts = (await Promise.all(partsOf(meta, entity).map((part) => idsOf(part, record.id)))).filter(
    ({ ids }) => ids.length > 0,
  );
  if (parts.length === 0) return [];
  const what = parts
    .map(({ entity: { label }, ids }) =>
      t('record.countOf', {
        count: formatNumber(ids.length),
        label: ids.length === 1 ? label.one : label.many,
      }),
    )
    .join(t('list.comma'));
  const answer = await askPerson({
    heading: t('record.deleteHeading', { title: titleOf(entity.title, record) }),
    text: t('record.deleteParts', { parts: what }),
    label: t('record.deleteAll'),
    other: t('record.deleteAlone'),
    isDanger: true,
  });
  return answer === 'other' ? [] : answer ? parts : undefined;
}

const partsOf = (meta: Meta, { id }: MetaEntity): { entity: MetaEntity; field: string }[] =>
  meta.entities.flatMap((entity) =>
    entity.can.delete
      ? entity.fields
          .filter((field) => field.isPart && field.entity === id)
          .map((field) => ({ entity, field: field.id }))
      : [],
  );

async function idsOf({ entity, field }: { entity: MetaEntity; field: string }, id: string): Promise<Parts> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ids.length < most;) {
    const query = { filter: { [field]: { eq: id } }, limit: pageSize, ...(cursor && { cursor }) };
    const { items, next } = await listRecords(entity.id, query);
    ids.push(...items.map((item) => item.id));
    if (!next) break;
    cursor = next;
  }
  return { entity, ids };
}

/** Into the bin, or out of it again. */
export async function changeParts(parts: readonly Parts[], op: 'delete' | 'restore'): Promise<void> {
  for (const { entity, ids } of parts)
    await bulkChange(
      entity.id,
      ids.map((id) => ({ op, id })),
    );
}
