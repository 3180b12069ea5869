import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { shownType, type Meta, type MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-chosen-records.ts';
import '../../components/rl-select.ts';
import { howsFor, howText, isNumeric, pathGroups, type PathGroup } from './paths.ts';
import { isAmong, needsValue, type How, type WhereRow } from './rows.ts';
import { rowStyles } from './segment-styles.ts';

/** A field, how it is compared, and with what. Fires `rl-row` with the changed row. */
@customElement('rl-segment-where')
export class RlSegmentWhere extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) row!: WhereRow;
  @property({ type: Boolean }) disabled = false;
  private groups: PathGroup[] = [];

  static override styles = [base, controls, rowStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entity') || changed.has('meta')) this.groups = pathGroups(this.meta, this.entity);
  }

  protected override render() {
    const { row } = this;
    const field = this.fieldOf(row.path);
    return html`<div class="row part">
      <select
        class="control path"
        aria-label=${t('segment.field')}
        ?disabled=${this.disabled}
        @change=${(event: Event) => this.choosePath(valueOf(event))}
      >
        <option value="" ?selected=${row.path === ''}>${t('segment.choose')}</option>
        ${this.groups.map(
          (group) =>
            html`<optgroup label=${group.label}>
              ${group.paths.map(
                ({ path, label }) =>
                  html`<option value=${path} ?selected=${path === row.path}>${label}</option>`,
              )}
              ${group.onlyShown.map(({ label }) => html`<option disabled>${t('filter.onlyShown', { field: label })}</option>`)}
            </optgroup>`,
        )}
      </select>
      <rl-select
        label=${t('segment.how')}
        ?disabled=${this.disabled}
        .options=${howsFor(field).map((value) => ({ value, label: howText(value, field) }))}
        value=${row.how}
        @change=${(event: CustomEvent<{ value: How }>) => this.tell({ ...row, how: event.detail.value })}
      ></rl-select>
      ${needsValue(row.how) ? this.renderValue(row) : html`<span class="grow"></span>`}
    </div>`;
  }

  private renderValue(row: WhereRow) {
    const field = this.fieldOf(row.path);
    if (field && isAmong(row.how))
      return html`<rl-chosen-records
        .field=${field}
        .ids=${row.value.split(' ').filter(Boolean)}
        ?disabled=${this.disabled}
        @rl-ids=${(event: CustomEvent<{ ids: string[] }>) =>
          this.tell({ ...row, value: event.detail.ids.join(' ') })}
      ></rl-chosen-records>`;
    const isDays = row.how === 'lastDays' || row.how === 'before';
    if (field && shownType(field) === 'select')
      return html`<rl-select
        label=${t('segment.value')}
        placeholder=${t('segment.choose')}
        ?disabled=${this.disabled}
        .options=${field.options ?? []}
        value=${row.value}
        @change=${(event: CustomEvent<{ value: string }>) => this.tell({ ...row, value: event.detail.value })}
      ></rl-select>`;
    return html`<input
        class="control ${isDays ? 'number' : 'value'}"
        type=${isDays || isNumeric(field) ? 'number' : 'text'}
        aria-label=${isDays ? t('segment.days') : t('segment.value')}
        ?disabled=${this.disabled}
        .value=${row.value}
        @input=${(event: Event) => this.tell({ ...row, value: valueOf(event) })}
      />
      ${isDays ? html`<span class="unit">${t('segment.days')}</span>` : ''}`;
  }

  private choosePath(path: string): void {
    const [how = 'eq'] = howsFor(this.fieldOf(path));
    this.tell({ kind: 'where', path, how, value: '' });
  }

  private fieldOf(path: string) {
    return this.groups.flatMap((group) => group.paths).find((one) => one.path === path)?.field;
  }

  private tell(row: WhereRow): void {
    this.dispatchEvent(new CustomEvent('rl-row', { detail: row }));
  }
}

// The cast: these listeners stand on inputs and selects only.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
