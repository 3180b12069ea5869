import { html, type TemplateResult } from 'lit';
import { shownType, type MetaField } from '../data/meta.ts';
import type { RecordItem } from '../data/records.ts';
import { markOf } from '../data/values.ts';
import { fieldValue } from './field-value.ts';
import { needsHeading, stackedColumns } from './stacked-columns.ts';

/** On a phone a row has two lines: the title with what stands right, below it what fits. */
export function stackedRow(
  item: RecordItem,
  { title, others }: { title: TemplateResult; others: readonly MetaField[] },
): TemplateResult {
  const { amount, below } = stackedColumns(item, others);
  return html`<span class="stack" role="gridcell">
    <span class="line">${title}${amount ? html`<b>${fieldValue(amount, item[amount.id])}</b>` : ''}</span>
    <span class="line small muted">
      ${below.map((column) => valueBelow(column, item[column.id], below.length > 1))}
    </span>
  </span>`;
}

/** A tick is told by its heading alone; days and numbers stand after theirs. */
function valueBelow(column: MetaField, value: unknown, isShort: boolean) {
  if (!needsHeading(column) || markOf(column) !== undefined) return fieldValue(column, value, { isShort });
  return shownType(column) === 'boolean'
    ? html`<rl-tag>${column.label}</rl-tag>`
    : html`<span class="truncate">${column.label} ${fieldValue(column, value)}</span>`;
}
