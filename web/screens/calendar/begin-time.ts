import { html, nothing } from 'lit';
import { formatTime } from '../../data/format.ts';
import { shownType, type MetaField } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';

/** The time of day at which an entry begins, where its field has one. */
export const beginTime = (field: MetaField | undefined, record: RecordItem) =>
  field && shownType(field) === 'dateTime'
    ? html`<time>${formatTime(String(record[field.id]))}</time>`
    : nothing;
