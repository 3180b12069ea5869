import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../data/i18n.ts';
import type { MetaField } from '../data/meta.ts';
import { isSortable } from '../data/sort.ts';
import { isNumeric } from '../data/values.ts';
import './rl-icon.ts';

interface TableHead {
  columns: readonly MetaField[];
  sort: readonly string[];
  /** Of the box that selects all; none where rows are not selectable. */
  selection?: { isAll: boolean; isSome: boolean; toggle: () => void };
  sortBy: (field: string) => void;
}

/** The row of column names; a click sorts. */
export function tableHead({ columns, sort, selection, sortBy }: TableHead): TemplateResult {
  return html`<div class="head" role="row">
    ${
      selection
        ? html`<span class="check" role="columnheader" aria-label=${t('list.selection')}>
            <input
              type="checkbox"
              tabindex="-1"
              aria-label=${t('list.selectAll')}
              .checked=${selection.isAll}
              .indeterminate=${selection.isSome}
              @change=${selection.toggle}
            />
          </span>`
        : nothing
    }
    ${columns.map((column) => heading(column, sort[0], sortBy))}
  </div>`;
}

function heading(
  column: MetaField,
  sort: string | undefined,
  sortBy: (field: string) => void,
): TemplateResult {
  const isUp = sort === column.id;
  const isDown = sort === `-${column.id}`;
  return html`<span
    role="columnheader"
    data-node="columns.${column.id}"
    class=${isNumeric(column) ? 'number' : ''}
    aria-sort=${isUp ? 'ascending' : isDown ? 'descending' : 'none'}
  >
    <button type="button" tabindex="-1" ?disabled=${!isSortable(column)} @click=${() => sortBy(column.id)}>
      <span class="truncate">${column.label}</span>
      ${isUp || isDown ? html`<rl-icon name=${isUp ? 'arrow-up' : 'arrow-down'}></rl-icon>` : nothing}
    </button>
  </span>`;
}
