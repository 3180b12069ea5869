import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { onLive } from '../../data/live.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import { entityOf, may, type Meta, type MetaEntity } from '../../data/meta.ts';
import { listRecords, updateRecord, type RecordItem } from '../../data/records.ts';
import { referenceName } from '../../data/reference-name.ts';
import { previewSegment, readSegment, type SegmentPreview, type SegmentState } from '../../data/segments.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-button.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { isNumeric, pathGroups } from './paths.ts';
import './rl-segment-joint.ts';
import './rl-segment-list.ts';
import './rl-segment-members.ts';
import { emptyWhere, isComplete, noRows, type Joint, type SegmentRow, type SegmentRows } from './rows.ts';
import { segmentStyles } from './segment-styles.ts';
import './texts.ts';
import { toCondition } from './to-condition.ts';
import { toRows } from './to-rows.ts';

const typingPause = 350;

/** Who is in a segment: its conditions line by line, with how many that are while one changes them. */
@customElement('rl-segment')
export class RlSegment extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @state() private segment: SegmentState | undefined;
  @state() private rows: SegmentRows = noRows;
  @state() private others: { value: string; label: string }[] = [];
  @state() private preview: SegmentPreview | undefined;
  @state() private previewProblem = '';
  @state() private isDirty = false;
  @state() private isSaving = false;
  @state() private error: unknown;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;
  private stop: (() => void) | undefined;

  static override styles = [base, buttons, segmentStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onLive('resync', () => void this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.stop?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('record');
    if (changed.has('record') && (before?.id !== this.record.id || before.version !== this.record.version))
      void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { segment } = this;
    const members = segment && entityOf(this.meta, segment.entity);
    if (!segment) return html`<rl-skeleton rows="4"></rl-skeleton>`;
    if (!members)
      return html`<rl-problem withheld .error=${new Error(t('segment.notForReader'))}></rl-problem>`;
    if (segment.isList && !this.isDirty)
      return html`<p class="muted">${t('segment.listText')}</p>
        ${
          this.canEdit
            ? html`<div class="foot">
                <rl-button icon="funnel" @click=${() => this.change({ ...noRows, rows: [emptyWhere] })}
                  >${t('segment.useCondition')}</rl-button
                >
              </div>`
            : nothing
        }
        ${this.renderMembers(segment)}`;
    return html`${this.renderRows(this.rows, members)} ${this.renderResult(segment)}
    ${this.canEdit ? this.renderFoot() : nothing} ${this.isDirty ? nothing : this.renderMembers(segment)}`;
  }

  private renderMembers(segment: SegmentState) {
    return html`<rl-segment-members .segment=${segment} .meta=${this.meta}></rl-segment-members>`;
  }

  private renderRows({ joint, rows }: SegmentRows, members: MetaEntity) {
    return html`<rl-segment-joint
        lead=${t('segment.who', { what: members.label.many })}
        joint=${joint}
        ?disabled=${!this.canEdit}
        @rl-joint=${(event: CustomEvent<Joint>) => this.change({ joint: event.detail, rows })}
      ></rl-segment-joint>
      <rl-segment-list
        .meta=${this.meta}
        .entity=${members}
        .rows=${rows}
        .segments=${this.others}
        ?disabled=${!this.canEdit}
        @rl-rows=${(event: CustomEvent<SegmentRow[]>) => this.change({ joint, rows: event.detail })}
      ></rl-segment-list>`;
  }

  private renderResult(segment: SegmentState) {
    const { preview } = this;
    return html`<div class="result" aria-live="polite">
      ${
        this.previewProblem
          ? html`<p class="problem">${this.previewProblem}</p>`
          : preview
            ? html`<p>
                  <span class="count">${formatNumber(preview.count)}</span>
                  ${t('segment.found', { count: preview.count })}
                </p>
                <ul class="people">
                  ${preview.sample.map(
                    (one) =>
                      html`<li><a href="/r/${segment.entity}/${one.id}">${referenceName(one)}</a></li>`,
                  )}
                </ul>`
            : html`<p class="muted">${t('segment.counting')}</p>`
      }
    </div>`;
  }

  private renderFoot() {
    return html`<div class="foot">
      <rl-button
        variant="primary"
        ?disabled=${!this.isDirty || this.isSaving}
        @click=${() => this.save(this.condition())}
        >${t('segment.save')}</rl-button
      >
      ${
        this.isDirty
          ? html`<rl-button variant="ghost" @click=${() => this.load()}>${t('segment.discard')}</rl-button>`
          : nothing
      }
    </div>`;
  }

  private get canEdit(): boolean {
    return this.entity.can.update && may(this.meta, 'segments.manage');
  }

  private change(rows: SegmentRows): void {
    this.rows = rows;
    this.isDirty = true;
    this.countSoon();
  }

  private condition(): unknown {
    return toCondition(this.rows, (path, entity = this.segment!.entity) => {
      const asked = entityOf(this.meta, entity);
      const fields = asked ? pathGroups(this.meta, asked).flatMap((group) => group.paths) : [];
      return isNumeric(fields.find((one) => one.path === path)?.field);
    });
  }

  private countSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.count(), typingPause);
  }

  private async count(): Promise<void> {
    if (!this.segment || !may(this.meta, 'segments.manage')) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      this.preview = await previewSegment(this.segment.entity, this.condition(), asking.signal);
      this.previewProblem = '';
    } catch (error) {
      if (asking.signal.aborted) return;
      this.previewProblem = messageOf(error);
    }
  }

  private async load(): Promise<void> {
    try {
      const { id } = this.record;
      const segment = await readSegment(id);
      const condition = this.record[segment.field] ?? null;
      this.rows = condition === null ? noRows : toRows(condition);
      this.segment = segment;
      this.isDirty = false;
      this.error = undefined;
      const others = await listRecords(this.entity.id, { limit: 200, sort: [this.entity.title] });
      this.others = others.items
        .filter((other) => other.id !== id)
        .map((other) => ({ value: other.id, label: String(other[this.entity.title]) }));
      if (condition !== null) await this.count();
    } catch (error) {
      this.error = error;
    }
  }

  private async save(condition: unknown): Promise<void> {
    if (!this.rows.rows.every(isComplete))
      return showToast({ text: t('segment.unfinished'), kind: 'problem' });
    this.isSaving = true;
    try {
      await updateRecord(this.entity.id, this.record, { [this.segment!.field]: condition });
      this.isDirty = false;
      showToast({ text: t('segment.saved') });
    } catch (error) {
      showProblem(error);
    } finally {
      this.isSaving = false;
    }
  }
}

/** The first refusal of a condition says more than the whole. */
const messageOf = (error: unknown): string => {
  const [first] = (error as { errors?: { message?: string }[] }).errors ?? [];
  return first?.message ?? (error instanceof Error ? error.message : String(error));
};
