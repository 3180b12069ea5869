import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import { relations } from './paths.ts';
import { countHows, emptyWhere, type CountHow, type RelatedRow, type WhereRow } from './rows.ts';
import './rl-segment-where.ts';
import { relatedStyles, rowStyles } from './segment-styles.ts';

/** How many related records there are, of those that fit. Fires `rl-row` with the changed row. */
@customElement('rl-segment-related')
export class RlSegmentRelated extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) row!: RelatedRow;
  @property({ type: Boolean }) disabled = false;

  static override styles = [base, buttons, controls, rowStyles, relatedStyles];

  protected override render() {
    const { row } = this;
    const other = entityOf(this.meta, row.relation.split('|')[0] ?? '');
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
      </div>
      ${other ? this.renderInner(other) : nothing}`;
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

  private renderInner(other: MetaEntity) {
    const { rows } = this.row;
    if (rows.length === 0 && this.disabled) return nothing;
    return html`<div class="inner" role="group" aria-label=${t('segment.forWhich')}>
      ${rows.length > 0 ? this.renderJoint(rows.length) : nothing}
      ${rows.map(
        (row, place) =>
          html`<div class="row">
            <rl-segment-where
              .meta=${this.meta}
              .entity=${other}
              .row=${row}
              ?disabled=${this.disabled}
              @rl-row=${(event: CustomEvent<WhereRow>) => this.tell({ rows: rows.with(place, event.detail) })}
            ></rl-segment-where>
            ${
              this.disabled
                ? nothing
                : html`<button
                    type="button"
                    class="button ghost remove"
                    aria-label=${t('segment.remove')}
                    @click=${() => this.tell({ rows: rows.toSpliced(place, 1) })}
                  >
                    <rl-icon name="x"></rl-icon>
                  </button>`
            }
          </div>`,
      )}
      ${
        this.disabled
          ? nothing
          : html`<button
              type="button"
              class="button ghost add"
              @click=${() => this.tell({ rows: [...rows, emptyWhere] })}
            >
              <rl-icon name="plus"></rl-icon>${t('segment.addInner', { what: other.label.many })}
            </button>`
      }
    </div>`;
  }

  private renderJoint(count: number) {
    if (count === 1) return html`<span class="said">${t('segment.forWhich')}</span>`;
    return html`<div class="said">
      <span>${t('segment.forWhich')}</span>
      <rl-select
        label=${t('segment.joint')}
        ?disabled=${this.disabled}
        .options=${(['all', 'any'] as const).map((value) => ({ value, label: t(`segment.${value}`) }))}
        value=${this.row.joint}
        @change=${(event: CustomEvent<{ value: 'all' | 'any' }>) => this.tell({ joint: event.detail.value })}
      ></rl-select>
      <span>${t('segment.areMet')}</span>
    </div>`;
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
