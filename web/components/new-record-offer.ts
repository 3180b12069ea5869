/** A form's relation to something that is not there yet: it is made on the way, without losing the form. */
import { isRelation } from '../data/is-relation.ts';
import { entityOf, type Meta, type MetaField } from '../data/meta.ts';
import { t } from '../data/i18n.ts';

export interface WantedRecord {
  entity: string;
  /** What it is to be called, as far as it was typed. */
  title: string;
  take: (reference: { id: string; title: string }) => void;
}

/** How a picker calls making what the field may refer to; undefined where the reader may not make one. */
export function newRecordOffer(
  meta: Meta,
  field: Pick<MetaField, 'type' | 'entity'>,
): ((text: string) => string) | undefined {
  const entity = isRelation(field) && field.entity ? entityOf(meta, field.entity) : undefined;
  if (!entity?.can.create) return undefined;
  const what = entity.label.one;
  return (title) => (title ? t('picker.newCalled', { what, title }) : t('record.newTitle', { what }));
}

/** Fires `rl-wanted`, which the shell answers with the form of a new record. */
export function askForRecord(from: EventTarget, wanted: WantedRecord): void {
  from.dispatchEvent(new CustomEvent('rl-wanted', { detail: wanted, bubbles: true, composed: true }));
}
