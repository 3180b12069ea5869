import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { gather } from '../../data/gather.ts';
import { t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import type { Filter } from '../../data/records.ts';
import { reportEntity } from '../../data/report-fields.ts';
import {
  readReport,
  runReport,
  type ReportResult,
  type ReportRow,
  type SavedReport,
} from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-skeleton.ts';
import { moreMenu } from '../../components/more-menu.ts';
import { buttons } from '../../styles/buttons.ts';
import { downloadFigures, downloadPicture } from './report-acts.ts';
import { reportProblem } from './report-problem.ts';
import { isOfMeasures, lookOf } from './report-series.ts';
import './rl-report-answer.ts';
import type { RlReportAnswer } from './rl-report-answer.ts';
import './rl-report-drill.ts';
import './texts.ts';

/** A report on a dashboard: its answer, kept true while records change, and the way to the records behind it. */
@customElement('rl-report-tile')
export class RlReportTile extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: 'report-id' }) reportId = '';
  @property() heading = '';
  /** Of the dashboard around it, for an entity; another function where something else was chosen. */
  @property({ attribute: false }) filterFor: (entity: string) => Filter | undefined = () => undefined;
  @state() private report: SavedReport | undefined;
  @state() private result: ReportResult | undefined;
  @state() private row: ReportRow | undefined;
  @state() private error: unknown;
  private isNotShared = false;
  @query('rl-report-answer') private answer!: RlReportAnswer | null;
  private readonly again = gather<null>(3_000, () => void this.ask());
  private stops: (() => void)[] = [];
  private asked: AbortController | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        height: 24px;
        margin-bottom: 4px;
      }
      .head rl-menu {
        margin-right: -8px;
        opacity: 0;
      }
      :host(:hover) .head rl-menu,
      .head rl-menu:focus-within {
        opacity: 1;
      }
      @media (hover: none) {
        .head rl-menu {
          opacity: 1;
        }
      }
      @media print {
        .head rl-menu {
          display: none;
        }
      }
      h3 {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 600;
      }
      h3 a:hover {
        color: var(--rl-text);
        text-decoration: underline;
      }
      rl-report-answer {
        flex: 1;
        max-height: var(--rl-answer-height, 420px);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops = [
      onLive('record', (change) => this.counts(change.entity) && this.again(null)),
      onLive('resync', () => this.again(null)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.again.cancel();
    this.asked?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reportId')) void this.open();
    else if (changed.has('filterFor')) void this.ask();
  }

  protected override render() {
    const { report } = this;
    const own = report && entityOf(this.meta, report.entity);
    return html`<div class="head">
        <h3>
          <a href="/reports/${encodeURIComponent(this.reportId)}" title=${report?.description ?? ''}
            >${this.heading || report?.name}</a
          >
        </h3>
        ${report && this.result ? this.renderMenu(report) : nothing}
      </div>
      ${this.error ? this.renderError() : nothing}
      ${
        report && own && this.result
          ? html`<rl-report-answer
              .definition=${report.definition}
              .result=${this.result}
              .entity=${reportEntity(this.meta, own, report.definition.beside)}
              label=${this.heading || report.name}
              @rl-cell=${(event: CustomEvent<{ row: ReportRow }>) => (this.row = event.detail.row)}
            ></rl-report-answer>`
          : this.renderWaiting()
      }
      ${this.row ? this.renderDrill(this.row) : nothing}`;
  }

  private renderError() {
    return reportProblem({
      error: this.error,
      isNotShared: this.isNotShared,
      retry: () => void this.open(),
      mend: html`<a class="button" href="/reports/${encodeURIComponent(this.reportId)}"
        >${t('report.mend')}</a
      >`,
    });
  }

  private counts(entity: string): boolean {
    const { definition } = this.report ?? {};
    return (
      definition?.entity === entity || Boolean(definition?.beside?.some((part) => part.entity === entity))
    );
  }

  private renderMenu(report: SavedReport) {
    const { definition } = report;
    const name = this.heading || report.name;
    const hasPicture =
      isOfMeasures(definition) || (definition.groups.length > 0 && lookOf(definition) !== undefined);
    const canExport = entityOf(this.meta, report.entity)?.can.export ?? false;
    const items = [
      ...(hasPicture ? [{ id: 'png', label: t('report.png'), icon: 'image' }] : []),
      ...(canExport ? [{ id: 'csv', label: t('report.csv'), icon: 'download' }] : []),
    ];
    if (items.length === 0) return nothing;
    const onSelect = (id: string) =>
      id === 'png'
        ? downloadPicture(this.answer?.toPng(), name)
        : void downloadFigures(this.question(report), name);
    return moreMenu({ items, onSelect, of: name });
  }

  private renderWaiting() {
    if (this.error) return nothing;
    return this.reportId
      ? html`<rl-skeleton rows="5"></rl-skeleton>`
      : html`<p class="muted">${t('report.noneChosen')}</p>`;
  }

  private renderDrill(row: ReportRow) {
    return html`<rl-report-drill
      .question=${this.question(this.report!)}
      .result=${this.result!}
      .row=${row}
      @rl-close=${() => (this.row = undefined)}
    ></rl-report-drill>`;
  }

  private question({ definition }: SavedReport) {
    const filter = this.filterFor(definition.entity);
    const beside = (definition.beside ?? []).flatMap(({ entity }) => {
      const own = this.filterFor(entity);
      return own ? [[entity, own] as const] : [];
    });
    return {
      definition,
      ...(filter && { filter }),
      ...(beside.length > 0 && { besideFilters: Object.fromEntries(beside) }),
    };
  }

  private async open(): Promise<void> {
    this.error = undefined;
    this.isNotShared = false;
    this.result = undefined;
    if (!this.reportId) return;
    try {
      this.report = await readReport(this.reportId);
    } catch (error) {
      // It is not shared with this reader, or gone: the same for whoever asks.
      this.isNotShared = (error as { status?: number }).status === 404;
      this.error = this.isNotShared ? new Error(t('report.notShared')) : error;
      return;
    }
    await this.ask();
  }

  private async ask(): Promise<void> {
    if (!this.report) return;
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    try {
      const result = await runReport(this.question(this.report), asked.signal);
      if (asked.signal.aborted) return;
      this.result = result;
      this.error = undefined;
    } catch (error) {
      if (!asked.signal.aborted) this.error = error;
    }
  }
}
