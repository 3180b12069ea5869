import { html, type TemplateResult } from 'lit';
import { shownType, type MetaField } from '../data/meta.ts';
import type { RecordItem } from '../data/records.ts';
import { isEmptyValue } from '../data/values.ts';
import { fieldValue } from './field-value.ts';

/** What says nothing without the heading of its column. */
const bareOnPhones = new Set(['integer', 'decimal', 'boolean', 'dateTime', 'date']);

/** On a phone a row has two lines: the title with what stands right, below it what fits. */
export function stackedRow(
  item: RecordItem,
  { title, others }: { title: TemplateResult; others: readonly MetaField[] },
): TemplateResult {
  const filled = others.filter((column) => !isEmptyValue(item[column.id]));
  const amount = filled.find((column) => shownType(column) === 'money');
  const rest = filled
    .filter((column) => column !== amount && !bareOnPhones.has(shownType(column)))
    .slice(0, 3);
  return html`<span class="stack" role="gridcell">
    <span class="line">${title}${amount ? html`<b>${fieldValue(amount, item[amount.id])}</b>` : ''}</span>
    <span class="line small muted">
      ${rest.map((column) => fieldValue(column, item[column.id], { isShort: rest.length > 1 }))}
    </span>
  </span>`;
}
