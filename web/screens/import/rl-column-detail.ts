import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { ColumnMapping, DateOrder, ImportColumn, ImportField } from '../../data/imports.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-select.ts';
import { matchFields } from './field-labels.ts';

type Chosen = CustomEvent<{ value: string }>;

/** How the texts of a column are read: dates, numbers, and what they are compared with. Fires `rl-mapping`. */
@customElement('rl-column-detail')
export class RlColumnDetail extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) column!: ImportColumn;
  @property({ attribute: false }) mapping!: ColumnMapping;
  @property({ attribute: false }) field!: ImportField;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
      }
      rl-select {
        flex: 0 1 220px;
      }
      @media (max-width: 720px) {
        rl-select {
          flex: 1;
        }
      }
      .asked {
        flex-basis: 100%;
        color: var(--rl-warn-text);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    switch (this.field.type) {
      case 'date':
      case 'dateTime':
        return this.renderDate();
      case 'integer':
      case 'decimal':
      case 'money':
        return this.column.kind === 'number' && this.column.decimal !== '.' ? this.renderDecimal() : nothing;
      case 'relation':
      case 'relationMany':
      case 'user':
        return this.renderMatch();
      default:
        return nothing;
    }
  }

  private renderDate() {
    const isAsked = this.column.dateOrders.length > 1 && !this.mapping.dateOrder;
    if (this.column.dateOrders.length === 1 && this.mapping.dateOrder === 'ymd') return nothing;
    const orders: DateOrder[] = ['ymd', 'dmy', 'mdy'];
    return html`${isAsked ? html`<span class="asked">${t('import.date.ask', { value: this.column.samples[0] })}</span>` : nothing}
      <rl-select
        label=${t('import.date.order')}
        placeholder=${isAsked ? t('import.date.choose') : ''}
        ?invalid=${isAsked}
        .value=${this.mapping.dateOrder ?? (isAsked ? '' : 'ymd')}
        .options=${orders.map((value) => ({ value, label: t(`import.date.${value}`) }))}
        @change=${(event: Chosen) => this.set({ dateOrder: event.detail.value as DateOrder })}
      ></rl-select>`;
  }

  private renderDecimal() {
    return html`<rl-select
      label=${t('import.number.form')}
      .value=${this.mapping.decimal ?? '.'}
      .options=${[
        { value: '.', label: '1,234.5' },
        { value: ',', label: '1.234,5' },
      ]}
      @change=${(event: Chosen) => this.set({ decimal: event.detail.value === ',' ? ',' : '.' })}
    ></rl-select>`;
  }

  private renderMatch() {
    const fields = matchFields(this.meta, this.field);
    const first =
      this.field.type === 'user'
        ? 'name'
        : this.meta.entities.find((each) => each.id === this.field.entity)?.title;
    return html`<rl-select
        label=${t('import.match.by')}
        .value=${this.mapping.key ?? first ?? ''}
        .options=${fields.map(({ value, label }) => ({ value, label: t('import.match.byField', { field: label }) }))}
        @change=${(event: Chosen) => this.set({ key: event.detail.value })}
      ></rl-select>
      ${this.renderUnmatched()}`;
  }

  private renderUnmatched() {
    return html`<rl-select
      label=${t('import.match.unmatched')}
      .value=${this.mapping.unmatched ?? 'reject'}
      .options=${[
        { value: 'reject', label: t('import.match.reject') },
        { value: 'empty', label: t('import.match.empty') },
      ]}
      @change=${(event: Chosen) => this.set({ unmatched: event.detail.value === 'empty' ? 'empty' : 'reject' })}
    ></rl-select>`;
  }

  private set(change: Partial<ColumnMapping>): void {
    const mapping = { ...this.mapping, ...change };
    this.dispatchEvent(new CustomEvent('rl-mapping', { detail: { mapping } }));
  }
}
