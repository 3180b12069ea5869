import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { allChips, type Chip } from '../../data/filter.ts';
import { entityChoices } from '../../data/entity-choices.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { conditionFields, reportEntity } from '../../data/report-fields.ts';
import {
  changeReport,
  createReport,
  readReport,
  runReport,
  type ReportDefinition,
  type ReportResult,
  type ReportRow,
  type SavedReport,
} from '../../data/reports.ts';
import { printPage } from '../../shell/print-page.ts';
import { navigate, queryParam } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-filter-bar.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-save-dialog.ts';
import type { SaveChoice, SaveWords } from '../../components/rl-save-dialog.ts';
import '../../components/rl-select.ts';
import '../../components/rl-skeleton.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { defaultReport } from './default-report.ts';
import { pageStyles } from './page-styles.ts';
import { downloadFigures, downloadPicture, removeReport } from './report-acts.ts';
import { reportProblem } from './report-problem.ts';
import './rl-report-actions.ts';
import type { ReportAct } from './rl-report-actions.ts';
import './rl-report-answer.ts';
import type { RlReportAnswer } from './rl-report-answer.ts';
import './rl-report-drill.ts';
import './rl-report-panel.ts';

const typingPause = 150;

/** One report: looked at, and built, with its answer beside it at every step. */
@customElement('rl-report-page')
export class RlReportPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** `new`, or the id of a report. */
  @property({ attribute: 'report-id' }) reportId = 'new';
  @state() private report: SavedReport | undefined;
  @state() private definition: ReportDefinition | undefined;
  @state() private result: ReportResult | undefined;
  @state() private isLoading = false;
  @state() private isBuilding = false;
  @state() private isSaving = false;
  @state() private row: ReportRow | undefined;
  @state() private error: unknown;
  @query('rl-report-answer') private answer!: RlReportAnswer | null;
  private asked: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, pageStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reportId')) void this.open();
  }

  protected override render() {
    const entity = this.entity();
    return html`<rl-bar
        .crumbs=${[{ label: t('report.title'), href: '/reports' }]}
        heading=${this.report?.name ?? (this.reportId === 'new' ? t('report.new') : '')}
      >
        ${this.definition ? this.renderActions(this.definition) : nothing}
      </rl-bar>
      ${this.report?.description ? html`<p class="about">${this.report.description}</p>` : nothing}
      ${this.definition && entity ? this.renderReport(this.definition, entity) : this.renderStart()}
      ${this.isSaving ? this.renderDialog() : nothing} ${this.row ? this.renderDrill(this.row) : nothing}`;
  }

  private renderActions(definition: ReportDefinition) {
    return html`<rl-report-actions
      slot="actions"
      .report=${this.report}
      ?building=${this.isBuilding}
      ?changed=${this.isChanged()}
      ?exportable=${entityOf(this.meta, definition.entity)?.can.export ?? false}
      @rl-act=${(event: CustomEvent<{ id: ReportAct }>) => this.act(event.detail.id)}
    ></rl-report-actions>`;
  }

  private renderStart() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.open()}></rl-problem>`;
    if (this.reportId !== 'new') return html`<rl-skeleton rows="8"></rl-skeleton>`;
    return html`<rl-empty icon="chart-line" heading=${t('report.start')} text=${t('report.startText')}>
      <rl-select
        label=${t('report.entity')}
        placeholder=${t('report.entity')}
        .options=${entityChoices(this.meta, 'many')}
        value=""
        @change=${(event: CustomEvent<{ value: string }>) => this.begin(event.detail.value)}
      ></rl-select>
    </rl-empty>`;
  }

  private renderReport(definition: ReportDefinition, entity: MetaEntity) {
    const fields = conditionFields(entity);
    return html`<rl-filter-bar
        conditions
        .entity=${{ ...entity, fields }}
        .chips=${allChips(definition.conditions ?? [], fields)}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) =>
          this.change({ ...definition, conditions: event.detail.chips })}
      ></rl-filter-bar>
      <div class="split">
        ${
          this.isBuilding
            ? html`<rl-report-panel
                .definition=${definition}
                .entity=${entity}
                @rl-definition=${(event: CustomEvent<{ definition: ReportDefinition }>) =>
                  this.change(event.detail.definition)}
              ></rl-report-panel>`
            : nothing
        }
        <div class="answer" aria-busy=${this.isLoading}>${this.renderAnswer(definition, entity)}</div>
      </div>`;
  }

  private renderProblem() {
    const build = html`<rl-button @click=${() => (this.isBuilding = true)}>${t('report.build')}</rl-button>`;
    const retry = () => void this.ask();
    return reportProblem({ error: this.error, retry, mend: this.isBuilding ? nothing : build });
  }

  private renderAnswer(definition: ReportDefinition, entity: MetaEntity) {
    const problem = this.error ? this.renderProblem() : nothing;
    if (!this.result) return this.error ? problem : html`<rl-skeleton rows="8"></rl-skeleton>`;
    return html`${problem}<rl-report-answer
        table
        .definition=${this.shown ?? definition}
        .result=${this.result}
        .entity=${entity}
        label=${this.report?.name ?? t('report.new')}
        @rl-cell=${(event: CustomEvent<{ row: ReportRow }>) => (this.row = event.detail.row)}
      ></rl-report-answer>`;
  }

  private renderDialog() {
    const { report } = this;
    const choice = report && {
      ...report,
      name: report.canChange ? report.name : t('report.copyOf', { name: report.name }),
    };
    const words: SaveWords = {
      heading: t('report.save'),
      namePlaceholder: t('report.namePlaceholder'),
      nameMissing: t('report.nameMissing'),
      explanationPlaceholder: t('report.descriptionPlaceholder'),
      sharingHelp: t('report.sharingHelp'),
    };
    return html`<rl-save-dialog
      .words=${words}
      .choice=${choice ?? {}}
      @rl-close=${() => (this.isSaving = false)}
      @rl-choice=${(event: CustomEvent<SaveChoice>) => this.keep(event.detail)}
    ></rl-save-dialog>`;
  }

  private renderDrill(row: ReportRow) {
    return html`<rl-report-drill
      .question=${{ definition: this.shown! }}
      .result=${this.result!}
      .row=${row}
      @rl-close=${() => (this.row = undefined)}
    ></rl-report-drill>`;
  }

  /** The definition that the answer in sight is of. */
  private shown: ReportDefinition | undefined;

  private entity(): MetaEntity | undefined {
    const found = this.definition && entityOf(this.meta, this.definition.entity);
    return found && reportEntity(this.meta, found, this.definition?.beside);
  }

  private isChanged(): boolean {
    if (!this.report) return true;
    return JSON.stringify(this.report.definition) !== JSON.stringify(this.definition);
  }

  private async open(): Promise<void> {
    this.error = undefined;
    if (this.reportId === 'new') {
      this.report = undefined;
      this.definition = undefined;
      this.result = undefined;
      this.isBuilding = true;
      const entity = queryParam('entity');
      if (entity) this.begin(entity);
      return;
    }
    // After saving, what is in sight is what was saved.
    if (this.report?.id === this.reportId) return;
    this.result = undefined;
    this.isBuilding = false;
    try {
      this.report = await readReport(this.reportId);
      this.change(this.report.definition);
    } catch (error) {
      this.error = error;
    }
  }

  private begin(id: string): void {
    const entity = entityOf(this.meta, id);
    if (entity) this.change(defaultReport(entity));
  }

  private change(definition: ReportDefinition): void {
    this.definition = definition;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), this.result ? typingPause : 0);
  }

  private async ask(): Promise<void> {
    const { definition } = this;
    if (!definition) return;
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    this.isLoading = true;
    try {
      const result = await runReport({ definition }, asked.signal);
      if (asked.signal.aborted) return;
      this.result = result;
      this.shown = definition;
      this.error = undefined;
    } catch (error) {
      if (asked.signal.aborted) return;
      this.error = error;
    }
    this.isLoading = false;
  }

  private async save(): Promise<void> {
    const { report, definition } = this;
    if (!report?.canChange || !definition) {
      this.isSaving = true;
      return;
    }
    try {
      this.report = await changeReport(report, { definition });
      showToast({ text: t('report.saved') });
    } catch (error) {
      showProblem(error);
    }
  }

  private async keep(choice: SaveChoice): Promise<void> {
    const { report, definition } = this;
    try {
      this.report = report?.canChange
        ? await changeReport(report, { ...choice, definition: definition! })
        : await createReport({ ...choice, definition: definition! });
      this.isSaving = false;
      showToast({ text: t('report.saved') });
      navigate(`/reports/${this.report.id}`, { isReplacing: this.reportId === 'new' });
    } catch (error) {
      showProblem(error);
    }
  }

  private act(id: ReportAct): void {
    const definition = this.definition!; // there are no actions without
    const name = this.report?.name ?? t('report.new');
    const acts: Record<ReportAct, () => unknown> = {
      build: () => (this.isBuilding = !this.isBuilding),
      save: () => this.save(),
      csv: () => downloadFigures({ definition }, name),
      png: () => downloadPicture(this.answer?.toPng(), name),
      print: () => printPage(name),
      details: () => (this.isSaving = true),
      copy: () => {
        this.report = { ...this.report!, canChange: false };
        this.isSaving = true;
      },
      delete: () => removeReport(this.report!),
    };
    acts[id]();
  }
}
