import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { metaContext } from '../context/meta.ts';
import { titleOf } from '../data/choices.ts';
import { formatNumber, t } from '../data/i18n.ts';
import type { Meta, MetaEntity, MetaField } from '../data/meta.ts';
import type { RecordItem } from '../data/records.ts';
import { isEmptyValue, isNumeric } from '../data/values.ts';
import { navigate, recordPath } from '../shell/router.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { values } from '../styles/values.ts';
import { columnTracks } from './column-width.ts';
import { fieldValue } from './field-value.ts';
import { LongPress } from './long-press.ts';
import './rl-skeleton.ts';
import { groupKey, groupStarts, headingHeight, RowLayout } from './row-layout.ts';
import { tableHead } from './table-head.ts';
import { stackedRow } from './stacked-row.ts';
import { stepOf } from './table-keys.ts';
import { tableStyles } from './table-styles.ts';

const rowHeight = 33;
const stackedRowHeight = 58;
const overscan = 12;
const narrow = matchMedia('(max-width: 720px)');

/**
 * Records in rows of one height, of which only those in sight are in the document. Fires `rl-sort` {field},
 * `rl-more` near the end, `rl-selection` {ids}. Arrow keys or j and k move, x selects, Enter opens.
 */
@customElement('rl-record-table')
export class RlRecordTable extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) columns: MetaField[] = [];
  @property({ attribute: false }) items: RecordItem[] = [];
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  @property({ attribute: false }) sort: string[] = [];
  /** Rows, which are sorted by it, stand under its values; with how many there are of each. */
  @property({ attribute: false }) group: MetaField | undefined;
  @property({ attribute: false }) counts: ReadonlyMap<string, number> = new Map();
  @property({ type: Boolean }) loading = false;
  @property({ type: Boolean }) more = false;
  @property({ type: Boolean }) selectable = false;
  /** On a phone: shows where to tap. A long press begins it too. */
  @property({ type: Boolean }) selecting = false;
  @state() private active = -1;
  @state() private top = 0;
  @state() private height = 600;
  @state() private isNarrow = narrow.matches;
  @query('.grid') private grid!: HTMLElement;
  private anchor = -1;
  private layout = new RowLayout([], rowHeight);
  private readonly press = new LongPress();

  static override styles = [base, controls, values, tableStyles];

  private readonly onNarrow = (): void => {
    this.isNarrow = narrow.matches;
  };
  private readonly sizes = new ResizeObserver(() => (this.height = this.grid?.clientHeight ?? 600));

  override connectedCallback(): void {
    super.connectedCallback();
    narrow.addEventListener('change', this.onNarrow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    narrow.removeEventListener('change', this.onNarrow);
    this.sizes.disconnect();
  }

  protected override willUpdate(): void {
    this.layout = new RowLayout(groupStarts(this.items, this.group?.id), this.rowHeight);
  }

  protected override firstUpdated(): void {
    this.sizes.observe(this.grid);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('top') || changed.has('items') || changed.has('height')) this.askForMore();
  }

  /** Back to the first row, after another query. */
  toTop(): void {
    this.grid.scrollTop = 0;
    this.active = -1;
  }

  private get rowHeight(): number {
    return this.isNarrow ? stackedRowHeight : rowHeight;
  }

  protected override render() {
    const waiting = this.loading && this.items.length === 0 ? 24 : this.more ? 6 : 0;
    const total = this.items.length + waiting;
    const first = Math.max(0, this.layout.indexAt(this.top) - overscan);
    const last = Math.min(total, this.layout.indexAt(this.top + this.height) + 1 + overscan);
    const { tracks, least } = columnTracks(this.columns, {
      title: this.entity.title,
      isSelectable: this.selectable,
    });
    return html`<div
      class="grid ${this.selectable ? '' : 'plain'} ${this.isNarrow ? 'stacked' : ''} ${this.isSelecting ? 'selecting' : ''}"
      role="grid"
      tabindex="0"
      aria-label=${this.entity.label.many}
      aria-rowcount=${this.more ? -1 : this.items.length + 1}
      aria-multiselectable=${this.selectable ? 'true' : nothing}
      aria-activedescendant=${this.active >= 0 ? `row-${this.active}` : nothing}
      aria-busy=${this.loading}
      style=${styleMap({ '--columns': tracks, '--least': least })}
      @scroll=${() => (this.top = this.grid.scrollTop)}
      @keydown=${this.onKey}
    >
      ${this.isNarrow ? nothing : this.renderHead()}
      <div class="rows" role="rowgroup" style=${styleMap({ height: `${this.layout.height(total)}px` })}>
        ${this.group ? this.layout.starts.filter((at) => at >= first && at < last).map((at) => this.renderGroup(at)) : nothing}
        ${Array.from({ length: Math.max(0, last - first) }, (_, offset) => this.renderRow(first + offset))}
      </div>
    </div>`;
  }

  private renderHead(): TemplateResult {
    const { selected, items } = this;
    return tableHead({
      columns: this.columns,
      sort: this.sort,
      ...(this.selectable && {
        selection: {
          isAll: selected.size > 0 && selected.size === items.length,
          isSome: selected.size > 0 && selected.size < items.length,
          toggle: () => this.select(selected.size > 0 ? [] : items.map((item) => item.id)),
        },
      }),
      sortBy: (field) => this.fire('rl-sort', { field }),
    });
  }

  private renderGroup(at: number): TemplateResult {
    const value = this.items[at]?.[this.group!.id];
    const count = this.counts.get(groupKey(value));
    const top = this.layout.topOf(at) - headingHeight;
    return html`<div
      class="group"
      role="presentation"
      style=${styleMap({ transform: `translateY(${top}px)` })}
    >
      ${isEmptyValue(value) ? t('figure.none') : fieldValue(this.group!, value)}
      ${count === undefined ? nothing : html`<span class="muted">${formatNumber(count)}</span>`}
    </div>`;
  }

  private renderRow(index: number): TemplateResult {
    const item = this.items[index];
    const style = styleMap({
      transform: `translateY(${this.layout.topOf(index)}px)`,
      height: `${this.rowHeight}px`,
    });
    if (!item)
      return html`<div class="row wait" role="presentation" style=${style}><rl-skeleton></rl-skeleton></div>`;
    const isSelected = this.selected.has(item.id);
    return html`<div
      id="row-${index}"
      role="row"
      class="row ${index === this.active ? 'active' : ''}"
      aria-rowindex=${index + 2}
      aria-selected=${this.selectable ? String(isSelected) : nothing}
      style=${style}
      @click=${(event: MouseEvent) => this.onRowClick(event, index)}
      @pointerdown=${(event: PointerEvent) => this.selectable && this.press.begin(event, () => this.toggle(index))}
      @pointerup=${this.press.end}
      @pointercancel=${this.press.end}
      @contextmenu=${this.press.onContextMenu}
    >
      ${
        this.hasChecks
          ? html`<span class="check" role="gridcell">
              <input
                type="checkbox"
                tabindex="-1"
                aria-label=${t('list.select', { title: titleOf(this.entity.title, item) })}
                .checked=${isSelected}
              />
            </span>`
          : nothing
      }
      ${this.isNarrow ? stackedRow(item, { title: this.renderTitle(item), others: this.columns.filter(({ id }) => id !== this.entity.title) }) : this.columns.map((column) => this.renderCell(column, item))}
    </div>`;
  }

  private get hasChecks(): boolean {
    return this.selectable && (!this.isNarrow || this.isSelecting);
  }

  private get isSelecting(): boolean {
    return this.selecting || this.selected.size > 0;
  }

  private renderCell(column: MetaField, item: RecordItem): TemplateResult {
    const value = item[column.id];
    if (column.id === this.entity.title)
      return html`<span class="cell title" role="gridcell">${this.renderTitle(item)}</span>`;
    return html`<span class="cell ${isNumeric(column) ? 'number' : ''}" role="gridcell"
      >${fieldValue(column, value)}</span
    >`;
  }

  private renderTitle(item: RecordItem): TemplateResult {
    return html`<a class="truncate" tabindex="-1" href=${recordPath(this.entity.id, item.id)}
      >${titleOf(this.entity.title, item)}</a
    >`;
  }

  private onRowClick(event: MouseEvent, index: number): void {
    const item = this.items[index];
    if (!item) return;
    const isOnCheck = event
      .composedPath()
      .some((node) => node instanceof HTMLElement && node.classList.contains('check'));
    this.active = index;
    if (this.press.swallows(event)) return;
    const isTap = this.isNarrow && this.isSelecting;
    if (
      isOnCheck ||
      (isTap && this.selectable) ||
      (this.selectable && (event.shiftKey || event.ctrlKey || event.metaKey))
    ) {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      if (event.shiftKey && this.anchor >= 0) this.selectRange(this.anchor, index);
      else this.toggle(index);
      return;
    }
    const isOnLink = event.composedPath().some((node) => node instanceof HTMLAnchorElement);
    if (!isOnLink) navigate(recordPath(this.entity.id, item.id));
  }

  private toggle(index: number): void {
    const item = this.items[index];
    if (!item) return;
    this.anchor = index;
    const next = new Set(this.selected);
    if (!next.delete(item.id)) next.add(item.id);
    this.select([...next]);
  }

  private selectRange(from: number, to: number): void {
    const range = this.items.slice(Math.min(from, to), Math.max(from, to) + 1).map((item) => item.id);
    this.select([...new Set([...this.selected, ...range])]);
  }

  private select(ids: string[]): void {
    this.fire('rl-selection', { ids });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.target !== this.grid && event.target instanceof HTMLInputElement) return;
    const step = stepOf(event, Math.floor(this.height / this.rowHeight));
    const item = this.items[this.active];
    if (step !== undefined) this.move(step, event.shiftKey);
    else if (event.key === 'Enter' && item) navigate(recordPath(this.entity.id, item.id));
    else if (this.selectable && (event.key === 'x' || event.key === ' ') && item) this.toggle(this.active);
    else if (this.selectable && event.key === 'a' && (event.ctrlKey || event.metaKey))
      this.select(this.items.map((each) => each.id));
    else if (event.key === 'Escape' && this.selected.size > 0) this.select([]);
    else return;
    event.preventDefault();
  }

  private move(step: number, isExtending: boolean): void {
    const to = Math.max(0, Math.min(this.items.length - 1, this.active + step));
    if (isExtending && this.selectable) {
      if (this.anchor < 0) this.anchor = Math.max(0, this.active);
      this.selectRange(this.anchor, to);
    }
    this.active = to;
    const head = this.isNarrow ? 0 : rowHeight;
    const y = this.layout.topOf(to);
    if (y < this.grid.scrollTop) this.grid.scrollTop = y;
    const overflow = y + this.rowHeight + head - this.grid.scrollTop - this.grid.clientHeight;
    if (overflow > 0) this.grid.scrollTop += overflow;
  }

  private askForMore(): void {
    if (!this.more || this.loading) return;
    const inSight = this.layout.indexAt(this.top + this.height);
    if (inSight + overscan * 2 >= this.items.length) this.fire('rl-more', null);
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
