import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-icon.ts';
import { askPerson } from '../../web/components/rl-question.ts';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { formatRelative } from '../../web/data/format.ts';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { deployDecisions, tryDecision, type DecisionProblem, type Tried } from '../data/decisions.ts';
import { decisionEditorStyles } from './decision-editor-styles.ts';
import { DmnSession, type DmnView } from './dmn-session.ts';
import { markRules, styleDocument } from './dmn-styles.ts';
import { dropTable, keepTable, type KeptTable } from './kept-table.ts';
import { isEmpty } from './rl-decision-trial.ts';

/** After the last change, before the table is checked again. */
const pause = 400;

/**
 * Edits one DMN file over the whole window: its tables in place, what is wrong with them as sentences, and what they
 * decide for sample rows. It stands in the document itself. Fires `rl-close` with `detail: {deployed}`.
 */
@customElement('rl-decision-editor')
export class RlDecisionEditor extends LitElement {
  @property({ attribute: false }) xml = '';
  @property() key = '';
  /** What was changed before and not deployed. */
  @property({ attribute: false }) kept: KeptTable | null = null;
  @state() private views: DmnView[] = [];
  @state() private active: DmnView | undefined;
  @state() private tried: Tried | null = null;
  @state() private rows: Record<string, unknown>[] = [{}];
  @state() private isBusy = false;
  @state() private isChanged = false;
  @state() private isFull = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.dmn-place') private place!: HTMLElement;
  private session!: DmnSession;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private opened = '';
  private deployed: { key: string; name: string; version: number }[] | null = null;

  /** Cells are edited by an editor that looks for its styles and its selection in the document. */
  protected override createRenderRoot() {
    styleDocument([base, buttons, decisionEditorStyles]);
    return this;
  }

  protected override render() {
    const name = this.active?.name ?? '';
    return html`<dialog
      aria-label=${t('designer.decision.edit')}
      @cancel=${this.onCancel}
      @focusin=${this.onFocusIn}
    >
      <header>
        <h2 class="truncate">${name}</h2>
        ${this.views.length > 1 ? this.renderViews() : nothing}
        <span class="grow"></span>
        ${this.renderUndo('undo-2', 'designer.undo', () => this.session.stack()?.undo())}
        ${this.renderUndo('redo-2', 'designer.redo', () => this.session.stack()?.redo())}
        <rl-button @click=${this.close}>${t('designer.decision.close')}</rl-button>
        <rl-button
          variant="primary"
          ?busy=${this.isBusy}
          ?disabled=${this.tried !== null && this.tried.errors.length > 0}
          @click=${this.deploy}
          >${t('designer.decision.deploy')}</rl-button
        >
      </header>
      ${this.renderKept()}
      <div class="work">
        <div class="dmn-place bio-theme-parent"></div>
        <aside>
          ${this.renderPolicy()}
          <rl-decision-trial
            .shape=${this.tried?.decisions.find((each) => each.key === this.active?.id) ?? null}
            .rows=${this.rows}
            .results=${this.tried?.rows ?? []}
            @rl-rows=${(event: CustomEvent<{ rows: Record<string, unknown>[] }>) => this.tryRows(event.detail.rows)}
          ></rl-decision-trial>
          ${this.renderProblems()}
        </aside>
      </div>
    </dialog>`;
  }

  private renderKept() {
    if (this.isFull) return html`<p class="kept" role="status">${t('designer.draft.full')}</p>`;
    if (!this.kept) return nothing;
    const time = formatRelative(new Date(this.kept.savedAt));
    return html`<p class="kept" role="status">
      <span>${t('designer.decision.restored', { time })}</span>
      <button type="button" class="button link" @click=${this.beginAnew}>
        ${t('designer.decision.beginAnew')}
      </button>
    </p>`;
  }

  /** A press on what takes no focus gives it to the dialog: a column's menu would close before its list hears the click. */
  private onFocusIn(event: Event): void {
    if (event.target === this.dialog) event.stopPropagation();
  }

  private renderViews() {
    return html`<div class="views" role="tablist">
      ${this.views.map(
        (view) =>
          html`<button
            type="button"
            role="tab"
            class="button ghost"
            aria-selected=${view.id === this.active?.id}
            @click=${() => this.session.show(view.id)}
          >
            ${view.id === '' ? t('designer.decision.overview') : view.name}
          </button>`,
      )}
    </div>`;
  }

  private renderUndo(icon: string, key: string, run: () => void) {
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${t(key)}
      title=${t(key)}
      @click=${run}
    >
      <rl-icon name=${icon}></rl-icon>
    </button>`;
  }

  private renderPolicy() {
    const policy = this.active?.policy;
    if (!policy) return nothing;
    const name = policy.toLowerCase().replaceAll(' ', '-');
    return html`<section>
      <h3>${t('designer.decision.policy')}</h3>
      <p class="muted">${t(`designer.decision.policy.${name}`)}</p>
    </section>`;
  }

  private renderProblems() {
    const { errors = [], warnings = [] } = this.tried ?? {};
    if (!this.tried) return nothing;
    const told = (problem: DecisionProblem, severity: string) =>
      html`<li class=${severity}>
        <rl-icon name=${severity === 'error' ? 'circle-alert' : 'triangle-alert'}></rl-icon
        ><span>${problem.message}</span>
      </li>`;
    return html`<section aria-live="polite">
      <h3>${t('designer.decision.problems')}</h3>
      ${
        errors.length + warnings.length === 0
          ? html`<p class="good"><rl-icon name="circle-check"></rl-icon>${t('designer.decision.sound')}</p>`
          : html`<ul>
              ${errors.map((each) => told(each, 'error'))} ${warnings.map((each) => told(each, 'warning'))}
            </ul>`
      }
    </section>`;
  }

  protected override async firstUpdated(_changed: PropertyValues): Promise<void> {
    this.dialog.showModal();
    this.session = new DmnSession(this.place, () => this.changed());
    try {
      await this.session.open(this.xml, this.key);
      this.opened = await this.session.xml();
      this.isChanged = this.kept !== null;
      if (this.kept) await this.session.open(this.kept.xml, this.key);
    } catch (error) {
      showProblem(error);
      this.leave();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    markRules([]);
    this.session.close();
  }

  private changed(): void {
    this.views = this.session.views();
    this.active = this.session.active();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), pause);
  }

  private tryRows(rows: Record<string, unknown>[]): void {
    this.rows = rows;
    void this.check();
  }

  private async check(): Promise<void> {
    const xml = await this.session.xml();
    this.isChanged = this.opened !== '' && xml !== this.opened;
    if (this.isChanged) this.isFull = !keepTable(this.key, xml);
    else if (this.opened !== '') dropTable(this.key);
    const key = this.active?.id;
    // While the server is away the sentences of before stay.
    const tried = await tryDecision({ xml, rows: this.rows, ...(key && { key }) }).catch(() => null);
    if (!tried || !this.isConnected) return;
    // A file with faults says nothing about its decisions: what was known stays.
    const decisions = tried.errors.length > 0 ? (this.tried?.decisions ?? []) : tried.decisions;
    this.tried = { ...tried, decisions };
    const [first] = tried.rows;
    const own =
      first?.ok && !isEmpty(this.rows[0]!)
        ? first.outcome.trace.find(({ decision }) => decision === key)
        : undefined;
    markRules(own?.rules ?? []);
  }

  private async deploy(): Promise<void> {
    this.isBusy = true;
    try {
      const answer = await deployDecisions(await this.session.xml());
      if ('errors' in answer) {
        this.tried = { decisions: [], rows: [], ...this.tried, ...answer };
        return;
      }
      this.deployed = answer.decisions;
      dropTable(this.key);
      const own = answer.decisions.find(({ key }) => key === this.key) ?? answer.decisions[0];
      showToast({ text: t('designer.decision.deployed', { name: own?.name, version: own?.version }) });
      this.leave();
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }

  /** In a cell Escape means the cell: what was drawn is not lost by it. */
  private readonly onCancel = (event: Event): void => {
    event.preventDefault();
    if (!this.isChanged) this.leave();
  };

  private readonly close = async (): Promise<void> => {
    const question = {
      heading: t('designer.decision.discardTitle'),
      text: t('designer.decision.discard'),
      label: t('designer.decision.discardIt'),
      isDanger: true,
    };
    if (this.isChanged && !(await askPerson(question))) return;
    clearTimeout(this.timer);
    dropTable(this.key);
    this.leave();
  };

  /** With what was opened, instead of what was found again. */
  private readonly beginAnew = async (): Promise<void> => {
    this.kept = null;
    dropTable(this.key);
    await this.session.open(this.xml, this.key).catch(showProblem);
  };

  private leave(): void {
    this.dispatchEvent(new CustomEvent('rl-close', { detail: { deployed: this.deployed } }));
  }
}
