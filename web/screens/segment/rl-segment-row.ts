import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import './rl-segment-related.ts';
import './rl-segment-where.ts';
import type { SegmentRow } from './rows.ts';
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

  static override styles = [base, buttons, controls, rowStyles];

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
    if (row.kind === 'where')
      return html`<rl-segment-where
        .meta=${this.meta}
        .entity=${this.entity}
        .row=${row}
        ?disabled=${this.disabled}
        @rl-row=${(event: CustomEvent<SegmentRow>) => this.tell(event.detail)}
      ></rl-segment-where>`;
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
    return html`<rl-segment-related
      .meta=${this.meta}
      .entity=${this.entity}
      .row=${row}
      ?disabled=${this.disabled}
      @rl-row=${(event: CustomEvent<SegmentRow>) => this.tell(event.detail)}
    ></rl-segment-related>`;
  }

  private tell(row: SegmentRow | null): void {
    this.dispatchEvent(new CustomEvent('rl-row', { detail: row }));
  }
}
