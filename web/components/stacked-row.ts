import { html, type TemplateResult } from 'lit';
import type { MetaField } from '../data/meta.ts';
import type { RecordItem } from '../data/records.ts';
import { fieldValue } from './field-value.ts';
import { stackedColumns } from './stacked-columns.ts';

/** On a phone a row has two lines: the title with what stands right, below it what fits. */
export function stackedRow(
  item: RecordItem,
  { title, others }: { title: TemplateResult; others: readonly MetaField[] },
): TemplateResult {
  const { amount, below } = stackedColumns(item, others);
  return html`<span class="stack" role="gridcell">
    <span class="line">${title}${amount ? html`<b>${fieldValue(amount, item[amount.id])}</b>` : ''}</span>
    <span class="line small muted">
      ${below.map((column) => fieldValue(column, item[column.id], { isShort: below.length > 1 }))}
    </span>
  </span>`;
}
