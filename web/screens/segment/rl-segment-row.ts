import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { shownType, type Meta, type MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import { howsFor, isNumeric, pathGroups, relations, type PathGroup } from './paths.ts';
import { needsValue, type How, type SegmentRow } from './rows.ts';
import { rowStyles } from './segment-styles.ts';

/** One line of a segment. Fires `rl-row` with the changed row, or with null to take it out. */
@customElement('rl-segment-row')
export class RlSegmentRow extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) row!: SegmentRow;
  /** Other segments of the same records. */
  @property({ attribute: false }) segments: { value: string; label: string }[] = [];
  @property({ type: Boolean }) disabled = false;
  private groups: PathGroup[] = [];

  static override styles = [base, buttons, controls, rowStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entity') || changed.has('meta')) this.groups = pathGroups(this.meta, this.entity);
  }

  protected override render() {
    return html`<div class="row">
      ${this.renderRow()}
      <button
        type="button"
        class="button ghost remove"
        aria-label=${t('segment.remove')}
        ?disabled=${this.disabled}
        @click=${() => this.tell(null)}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </div>`;
  }

  private renderRow() {
    const { row } = this;
    if (row.kind === 'where') return this.renderWhere(row);
    if (row.kind === 'member')
      return html`<rl-select
          label=${t('segment.how')}
          ?disabled=${this.disabled}
          .options=${[
            { value: 'in', label: t('segment.isIn') },
            { value: 'out', label: t('segment.isNotIn') },
          ]}
          value=${row.isIn ? 'in' : 'out'}
          @change=${(event: CustomEvent<{ value: string }>) =>
            this.tell({ ...row, isIn: event.detail.value === 'in' })}
        ></rl-select>
        <rl-select
          label=${t('segment.segment')}
          placeholder=${t('segment.choose')}
          ?disabled=${this.disabled}
          .options=${this.segments}
          value=${row.segment}
          @change=${(event: CustomEvent<{ value: string }>) =>
            this.tell({ ...row, segment: event.detail.value })}
        ></rl-select>`;
    return html`<rl-select
        label=${t('segment.related')}
        placeholder=${t('segment.choose')}
        ?disabled=${this.disabled}
        .options=${relations(this.meta, this.entity)}
        value=${row.relation}
        @change=${(event: CustomEvent<{ value: string }>) =>
          this.tell({ ...row, relation: event.detail.value })}
      ></rl-select>
      <rl-select
        label=${t('segment.how')}
        ?disabled=${this.disabled}
        .options=${(['gte', 'lte', 'eq'] as const).map((value) => ({
          value,
          label: t(`segment.count.${value}`),
        }))}
        value=${row.how}
        @change=${(event: CustomEvent<{ value: 'gte' | 'lte' | 'eq' }>) =>
          this.tell({ ...row, how: event.detail.value })}
      ></rl-select>
      <input
        class="control number"
        type="number"
        min="0"
        aria-label=${t('segment.number')}
        ?disabled=${this.disabled}
        .value=${String(row.count)}
        @change=${(event: Event) =>
          this.tell({ ...row, count: Math.max(0, Math.round(Number(valueOf(event)) || 0)) })}
      />`;
  }

  private renderWhere(row: Extract<SegmentRow, { kind: 'where' }>) {
    const field = this.fieldOf(row.path);
    return html`<select
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
            </optgroup>`,
        )}
      </select>
      <rl-select
        label=${t('segment.how')}
        ?disabled=${this.disabled}
        .options=${howsFor(field).map((value) => ({ value, label: t(`segment.how.${value}`) }))}
        value=${row.how}
        @change=${(event: CustomEvent<{ value: How }>) => this.tell({ ...row, how: event.detail.value })}
      ></rl-select>
      ${needsValue(row.how) ? this.renderValue(row) : html`<span class="grow"></span>`}`;
  }

  private renderValue(row: Extract<SegmentRow, { kind: 'where' }>) {
    const field = this.fieldOf(row.path);
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

  private tell(row: SegmentRow | null): void {
    this.dispatchEvent(new CustomEvent('rl-row', { detail: row }));
  }
}

// The cast: these listeners stand on inputs and selects only.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
