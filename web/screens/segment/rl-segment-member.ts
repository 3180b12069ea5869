import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-select.ts';
import type { MemberRow } from './rows.ts';
import { rowStyles } from './segment-styles.ts';

/** Whether they are in another segment. Fires `rl-row` with the changed row. */
@customElement('rl-segment-member')
export class RlSegmentMember extends LitElement {
  @property({ attribute: false }) row!: MemberRow;
  @property({ attribute: false }) segments: { value: string; label: string }[] = [];
  @property({ type: Boolean }) disabled = false;

  static override styles = [base, controls, rowStyles];

  protected override render() {
    const { row } = this;
    return html`<div class="row part">
      <rl-select
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
      ></rl-select>
    </div>`;
  }

  private tell(row: MemberRow): void {
    this.dispatchEvent(new CustomEvent('rl-row', { detail: row }));
  }
}
