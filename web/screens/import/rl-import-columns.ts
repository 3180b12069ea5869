import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { ColumnMapping, ImportChange, ImportColumn, ImportItem } from '../../data/imports.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-select.ts';
import './rl-column-detail.ts';
import './rl-import-defaults.ts';
import './rl-import-duplicates.ts';
import './rl-import-reading.ts';
import './rl-import-roles.ts';
import { columnName, fieldLabel, targetLabel } from './field-labels.ts';
import { importStyles } from './import-styles.ts';
import { withColumn } from './steps.ts';

type Chosen = CustomEvent<{ value: string }>;

/** Which column fills which field. Fires `rl-change` with a change of the import, `rl-next` and `rl-back`. */
@customElement('rl-import-columns')
export class RlImportColumns extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) item!: ImportItem;
  @property({ attribute: false }) error: unknown;
  @property({ type: Boolean }) busy = false;

  static override styles = [
    base,
    buttons,
    importStyles,
    css`
      .row {
        grid-template-columns: minmax(0, 5fr) 16px minmax(0, 6fr);
      }
      .row > rl-icon {
        color: var(--rl-faint);
      }
      .name {
        font-weight: 500;
      }
      rl-column-detail {
        grid-column: 3;
      }
      @media (max-width: 720px) {
        .row {
          grid-template-columns: minmax(0, 1fr);
        }
        .row.head,
        .row > rl-icon {
          display: none;
        }
        rl-column-detail {
          grid-column: 1;
        }
      }
    `,
  ];

  protected override render() {
    const { item } = this;
    return html`<div class="page">
        ${this.error ? html`<rl-problem class="problem" inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        <h2>${t('import.columns.title', { what: targetLabel(this.meta, item.target) })}</h2>
        <p class="lead">${t('import.columns.lead')}</p>
        <rl-import-reading .item=${item} ?disabled=${this.busy}></rl-import-reading>
        <div class="row head" style="margin-top: 24px">
          <span>${t('import.columns.inFile')}</span><span></span><span>${t('import.columns.field')}</span>
        </div>
        ${item.source.columns.map((column) => this.renderColumn(column))}
        ${
          item.target === 'user'
            ? html`<rl-import-roles .meta=${this.meta} .item=${item}></rl-import-roles>`
            : html`<rl-import-defaults .meta=${this.meta} .item=${item}></rl-import-defaults>
                <rl-import-duplicates .meta=${this.meta} .item=${item}></rl-import-duplicates>`
        }
      </div>
      <footer>
        <span class="note ${this.blocker() ? 'bad' : ''}" role="status">${this.blocker() ?? nothing}</span>
        <button class="button" type="button" @click=${() => this.fire('rl-back')}>${t('import.back')}</button>
        <button
          class="button primary"
          type="button"
          ?disabled=${this.busy || this.blocker() !== null}
          @click=${() => this.fire('rl-next')}
        >
          ${t(this.busy ? 'import.columns.checking' : 'import.columns.next')}
        </button>
      </footer>`;
  }

  private renderColumn(column: ImportColumn) {
    const mapping = this.mappingOf(column.column);
    const field = this.item.fields.find((each) => each.id === mapping.field);
    return html`<div class="row">
      <div class="truncate">
        <div class="name truncate">${column.name}</div>
        <div class="muted small truncate">
          ${column.samples.slice(0, 3).join(' · ') || t('import.columns.empty')}
        </div>
      </div>
      <rl-icon name="arrow-right"></rl-icon>
      <rl-select
        label=${t('import.columns.fieldOf', { column: column.name })}
        placeholder=${t('import.columns.leaveOut')}
        .value=${mapping.field ?? ''}
        .options=${this.fieldChoices()}
        @change=${(event: Chosen) => this.setField(column, event.detail.value)}
      ></rl-select>
      ${
        field
          ? html`<rl-column-detail
              .meta=${this.meta}
              .column=${column}
              .mapping=${mapping}
              .field=${field}
              @rl-mapping=${(event: CustomEvent<{ mapping: ColumnMapping }>) => this.setMapping(event.detail.mapping)}
            ></rl-column-detail>`
          : nothing
      }
    </div>`;
  }

  private fieldChoices() {
    return this.item.fields.map((field) => ({
      value: field.id,
      label: fieldLabel(this.meta, this.item.target, field.id) + (field.required ? ' *' : ''),
    }));
  }

  /** Why it cannot go on yet, as a sentence. */
  private blocker(): string | null {
    const { item } = this;
    if (item.mapping.every((each) => each.field === null)) return t('import.columns.nothing');
    if (item.missing.length > 0 && item.options.duplicates !== 'update') {
      const fields = item.missing
        .map((field) => fieldLabel(this.meta, item.target, field))
        .join(t('list.comma'));
      return t('import.columns.missing', { fields });
    }
    const [asked] = item.askDateOrder;
    return asked === undefined ? null : t('import.columns.askDate', { column: columnName(item, asked) });
  }

  private mappingOf(column: number): ColumnMapping {
    return this.item.mapping.find((each) => each.column === column) ?? { column, field: null };
  }

  private setField({ column, dateOrders, decimal }: ImportColumn, value: string): void {
    const field = this.item.fields.find((each) => each.id === value);
    const isDate = field?.type === 'date' || field?.type === 'dateTime';
    this.setMapping({
      column,
      field: value || null,
      ...(isDate && dateOrders.length === 1 ? { dateOrder: dateOrders[0]! } : {}),
      ...(decimal === ',' ? { decimal } : {}),
    });
  }

  private setMapping(mapping: ColumnMapping): void {
    const change: ImportChange = { mapping: withColumn(this.item.mapping, mapping) };
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { change } }));
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
