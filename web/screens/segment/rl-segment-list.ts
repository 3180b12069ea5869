import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import { wordsOfKept } from './kept-words.ts';
import './rl-segment-joint.ts';
import './rl-segment-member.ts';
import './rl-segment-related.ts';
import './rl-segment-where.ts';
import {
  emptyGroup,
  emptyRelated,
  emptyWhere,
  type FieldRow,
  type Joint,
  type RelatedRow,
  type SegmentGroup,
  type SegmentRow,
} from './rows.ts';
import { listStyles, rowStyles } from './segment-styles.ts';

const deepest = 4;

/** Lines of a segment, groups of lines among them. Fires `rl-rows` with the changed lines. */
@customElement('rl-segment-list')
export class RlSegmentList extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) rows: SegmentRow[] = [];
  /** Other segments of the same records. */
  @property({ attribute: false }) segments: { value: string; label: string }[] = [];
  /** The lines are about fields alone: those of related records. */
  @property({ type: Boolean }) fields = false;
  @property({ type: Number }) depth = 1;
  @property({ type: Boolean }) disabled = false;

  static override styles = [base, buttons, controls, rowStyles, listStyles];

  protected override render() {
    return html`${this.rows.map((row, place) => this.renderRow(row, place))}
    ${this.disabled ? nothing : this.renderAdds()}`;
  }

  private renderRow(row: SegmentRow, place: number) {
    return html`<div class="row">
      ${this.renderPart(row, (next) => this.tell(this.rows.with(place, next)))}
      ${
        this.disabled
          ? nothing
          : html`<button
              type="button"
              class="button ghost remove"
              aria-label=${t('segment.remove')}
              @click=${() => this.tell(this.rows.toSpliced(place, 1))}
            >
              <rl-icon name="x"></rl-icon>
            </button>`
      }
    </div>`;
  }

  private renderPart(row: SegmentRow, change: (row: SegmentRow) => void) {
    const changed = (event: CustomEvent<SegmentRow>): void => change(event.detail);
    switch (row.kind) {
      case 'kept':
        return html`<p class="kept">${t('segment.kept', { what: wordsOfKept(row.part, this.entity) })}</p>`;
      case 'group':
        return this.renderGroup(row, change);
      case 'where':
        return html`<rl-segment-where
          .meta=${this.meta}
          .entity=${this.entity}
          .row=${row}
          ?disabled=${this.disabled}
          @rl-row=${changed}
        ></rl-segment-where>`;
      case 'member':
        return html`<rl-segment-member
          .segments=${this.segments}
          .row=${row}
          ?disabled=${this.disabled}
          @rl-row=${changed}
        ></rl-segment-member>`;
      case 'related':
        return this.renderRelated(row, change);
    }
  }

  private renderGroup(group: SegmentGroup, change: (row: SegmentRow) => void) {
    return html`<div class="group" role="group" aria-label=${t('segment.group')}>
      ${this.renderJoint(t('segment.with'), group.joint, (joint) => change({ ...group, joint }))}
      <rl-segment-list
        .meta=${this.meta}
        .entity=${this.entity}
        .rows=${group.rows}
        .segments=${this.segments}
        ?fields=${this.fields}
        .depth=${this.depth + 1}
        ?disabled=${this.disabled}
        @rl-rows=${(event: CustomEvent<SegmentRow[]>) => change({ ...group, rows: event.detail })}
      ></rl-segment-list>
    </div>`;
  }

  private renderRelated(row: RelatedRow, change: (row: SegmentRow) => void) {
    const other = entityOf(this.meta, row.relation.split('|')[0] ?? '');
    const hasInner = other && (row.rows.length > 0 || !this.disabled);
    return html`<div class="group">
      <rl-segment-related
        .meta=${this.meta}
        .entity=${this.entity}
        .row=${row}
        ?disabled=${this.disabled}
        @rl-row=${(event: CustomEvent<RelatedRow>) => change(event.detail)}
      ></rl-segment-related>
      ${
        hasInner
          ? html`<div class="group" role="group" aria-label=${t('segment.forWhich')}>
              ${
                row.rows.length > 0
                  ? this.renderJoint(t('segment.forWhich'), row.joint, (joint) => change({ ...row, joint }))
                  : nothing
              }
              <rl-segment-list
                fields
                .meta=${this.meta}
                .entity=${other}
                .rows=${row.rows}
                .depth=${this.depth + 1}
                ?disabled=${this.disabled}
                @rl-rows=${(event: CustomEvent<FieldRow[]>) => change({ ...row, rows: event.detail })}
              ></rl-segment-list>
            </div>`
          : nothing
      }
    </div>`;
  }

  private renderJoint(before: string, joint: Joint, change: (joint: Joint) => void) {
    return html`<rl-segment-joint
      lead=${before}
      joint=${joint}
      ?disabled=${this.disabled}
      @rl-joint=${(event: CustomEvent<Joint>) => change(event.detail)}
    ></rl-segment-joint>`;
  }

  private renderAdds() {
    const isFirst = this.fields && this.depth === 2 && this.rows.length === 0;
    const adds: [string, SegmentRow][] = [
      [isFirst ? t('segment.addInner', { what: this.entity.label.many }) : t('segment.addField'), emptyWhere],
    ];
    if (!this.fields) {
      adds.push([t('segment.addRelated'), emptyRelated]);
      adds.push([t('segment.addSegment'), { kind: 'member', segment: '', isIn: true }]);
    }
    if (this.depth < deepest && !isFirst) adds.push([t('segment.group'), emptyGroup]);
    return html`<div class="adds">
      ${adds.map(
        ([label, row]) =>
          html`<button
            type="button"
            class="button ${this.depth === 1 ? '' : 'ghost'}"
            @click=${() => this.tell([...this.rows, row])}
          >
            <rl-icon name="plus"></rl-icon>${label}
          </button>`,
      )}
    </div>`;
  }

  private tell(rows: SegmentRow[]): void {
    this.dispatchEvent(new CustomEvent('rl-rows', { detail: rows }));
  }
}
