import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-select.ts';
import { relations } from './paths.ts';
import { countHows, type CountHow, type RelatedRow } from './rows.ts';
import { rowStyles } from './segment-styles.ts';

/** How many related records there are. Fires `rl-row` with the changed row. */
@customElement('rl-segment-related')
export class RlSegmentRelated extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) row!: RelatedRow;
  @property({ type: Boolean }) disabled = false;

  static override styles = [base, controls, rowStyles];

  protected override render() {
    const { row } = this;
    return html`<div class="row part">
      <rl-select
        label=${t('segment.related')}
        placeholder=${t('segment.choose')}
        ?disabled=${this.disabled}
        .options=${relations(this.meta, this.entity)}
        value=${row.relation}
        @change=${(event: CustomEvent<{ value: string }>) => this.choose(event.detail.value)}
      ></rl-select>
      <rl-select
        label=${t('segment.how')}
        ?disabled=${this.disabled}
        .options=${countHows.map((value) => ({ value, label: t(`segment.count.${value}`) }))}
        value=${row.how}
        @change=${(event: CustomEvent<{ value: CountHow }>) => this.tell({ how: event.detail.value })}
      ></rl-select>
      ${row.how === 'some' || row.how === 'none' ? nothing : this.renderCount()}
    </div>`;
  }

  private renderCount() {
    return html`<input
      class="control number"
      type="number"
      min="0"
      aria-label=${t('segment.number')}
      ?disabled=${this.disabled}
      .value=${String(this.row.count)}
      @change=${(event: Event) =>
        this.tell({ count: Math.max(0, Math.round(Number((event.target as HTMLInputElement).value) || 0)) })}
    />`; // The cast: the listener stands on an input.
  }

  /** Conditions on other records mean nothing there. */
  private choose(relation: string): void {
    const isSame = relation.split('|')[0] === this.row.relation.split('|')[0];
    this.tell({ relation, ...(!isSame && { rows: [] }) });
  }

  private tell(change: Partial<RelatedRow>): void {
    this.dispatchEvent(new CustomEvent('rl-row', { detail: { ...this.row, ...change } }));
  }
}
