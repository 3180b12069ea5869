import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiProblem } from '../../data/client.ts';
import {
  applyChange,
  planChange,
  type ChangeBody,
  type ChangePlan,
  type EntityChange,
} from '../../data/entities.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import { reviewStyles } from './review-styles.ts';
import './rl-use-list.ts';

const pauseMilliseconds = 300;

/**
 * A change before and while it is done: its plan, asked for again whenever it becomes another, what it breaks, and
 * the button that does it. Fires `rl-applied` with `detail: {change}`, and `rl-plan` with `detail: {error}`.
 */
@customElement('rl-change-review')
export class RlChangeReview extends LitElement {
  @property() entity = '';
  /** Nothing to do when absent. */
  @property({ attribute: false }) body: ChangeBody | undefined;
  /** Why nothing can be asked yet; a text. */
  @property() missing = '';
  @property() label = '';
  /** `lastChange` of the entity when its page was opened: the plan tells what others changed since. */
  @property({ attribute: false }) since: string | null | undefined;
  @state() private plan: ChangePlan | undefined;
  @state() private error: unknown;
  @state() private isConfirmed = false;
  @state() private running: EntityChange | undefined;
  @state() private isBusy = false;
  /** Asked for before the plan was there. */
  @state() private isWanted = false;
  private asked = '';
  /** What was known when this began: the page may have heard of more by now, its form has not. */
  private known: string | null | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, controls, reviewStyles, css``];

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.known ??= this.since;
    if (!changed.has('body') && !changed.has('entity')) return;
    const asked = this.body ? JSON.stringify(this.body) : '';
    if (asked === this.asked) return;
    this.asked = asked;
    this.plan = undefined;
    this.error = undefined;
    this.isConfirmed = false;
    this.isWanted = false;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (asked) this.timer = setTimeout(() => void this.ask(), pauseMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    return html`<div class="plan" role="status" aria-live="polite">${this.renderPlan()}</div>
      <div class="foot">
        <slot></slot>
        <span class="grow"></span>
        <button
          type="button"
          class="button primary"
          ?disabled=${!this.canApply() && (!this.isPlanning() || this.isWanted)}
          aria-busy=${this.isBusy || this.isWanted}
          @click=${this.submit}
        >
          ${this.label || t('entities.apply')}
        </button>
      </div>`;
  }

  /** Does it, as the button would: once its plan is there, unless something breaks. */
  submit(): void {
    if (!this.body || this.missing) return;
    this.isWanted = !this.plan;
    if (!this.timer) return void this.apply();
    clearTimeout(this.timer);
    void this.ask();
  }

  private renderPlan() {
    const { running, plan } = this;
    if (running?.progress) return renderProgress(running.progress);
    if (this.missing) return html`<p class="muted">${this.missing}</p>`;
    if (this.error)
      return html`<rl-problem inline .retry=${false} .error=${sentencesOf(this.error)}></rl-problem>`;
    if (!this.body) return html`<p class="muted">${t('entities.noChange')}</p>`;
    if (!plan) return html`<p class="muted">…</p>`;
    return html`<h3>${t('entities.plan.heading')} <span class="muted">${sizeOf(plan)}</span></h3>
      <ul>
        ${distinct(plan.plan).map((step) => item(step.isBreaking ? 'circle-x' : 'check', step.text, step.isBreaking))}
        ${plan.plan.length === 0 ? item('check', t('entities.plan.nothing'), false) : nothing}
        ${plan.notes.map((note) => item(note.isRefused ? 'circle-x' : 'info', note.text, note.isRefused))}
      </ul>
      ${plan.uses.length > 0 ? this.renderUses(plan) : nothing}`;
  }

  private renderUses(plan: ChangePlan) {
    return html`<h3 class=${plan.breaks > 0 ? 'bad' : ''}>
        ${plan.breaks > 0 ? t('entities.plan.breaks', { count: plan.breaks }) : t('entities.plan.touches')}
      </h3>
      <rl-use-list .uses=${plan.uses}></rl-use-list>
      ${
        plan.breaks > 0 && !plan.isRefused
          ? html`<label class="confirm"
              ><input
                type="checkbox"
                .checked=${this.isConfirmed}
                @change=${(event: Event) => (this.isConfirmed = (event.target as HTMLInputElement).checked)}
              />${t('entities.plan.confirm')}</label
            >`
          : nothing
      }`;
  }

  /** A press while the plan is on its way is kept: what is typed last often becomes a value by the press itself. */
  private isPlanning(): boolean {
    return Boolean(this.body) && !this.plan && !this.missing && !this.error && !this.isBusy;
  }

  private canApply(): boolean {
    const { plan } = this;
    if (!plan || this.missing || this.isBusy || plan.isRefused) return false;
    return plan.breaks === 0 || this.isConfirmed;
  }

  private async ask(): Promise<void> {
    const { body, asked } = this;
    this.timer = undefined;
    if (!body) return;
    try {
      const { known } = this;
      const since = known !== undefined && 'operations' in body ? { since: known } : {};
      const plan = await planChange(this.entity, { ...body, ...since });
      if (asked === this.asked) this.plan = plan;
    } catch (error) {
      if (asked === this.asked) this.error = error;
    }
    if (asked === this.asked)
      this.dispatchEvent(new CustomEvent('rl-plan', { detail: { error: this.error } }));
    if (asked !== this.asked || !this.isWanted) return;
    this.isWanted = false;
    await this.apply();
  }

  private async apply(): Promise<void> {
    const { body } = this;
    if (!body || !this.canApply()) return;
    this.isBusy = true;
    try {
      const change = await applyChange(this.entity, { ...body, isConfirmed: this.isConfirmed }, (running) => {
        this.running = running;
      });
      this.dispatchEvent(new CustomEvent('rl-applied', { detail: { change } }));
    } catch (error) {
      this.error = error;
    } finally {
      this.running = undefined;
      this.isBusy = false;
    }
  }
}

/** Money has two columns, of which people know one: the same sentence is said once. */
const distinct = (steps: ChangePlan['plan']): ChangePlan['plan'] => [
  ...new Map(steps.map((step) => [`${step.isBreaking} ${step.text}`, step])).values(),
];

const item = (icon: string, text: string, isBad: boolean) =>
  html`<li class=${isBad ? 'bad' : ''}><rl-icon name=${icon}></rl-icon><span>${text}</span></li>`;

const renderProgress = ({ step, steps, rows, text }: NonNullable<EntityChange['progress']>) =>
  html`<p>${text}</p>
    <progress max=${steps} value=${step - 1} aria-label=${text}></progress>
    <p class="muted">
      ${t('entities.plan.working', { step, steps })}${
        rows === null ? '' : ` · ${t('entities.plan.rowsDone', { rows: formatNumber(rows) })}`
      }
    </p>`;

/** How much there is to do, and how long it takes. */
function sizeOf({ rows, seconds, plan }: ChangePlan): string {
  const size = t('entities.plan.rows', { count: rows });
  if (plan.length === 0) return size;
  const time =
    seconds < 1
      ? t('entities.plan.atOnce')
      : seconds < 90
        ? t('entities.plan.seconds', { count: Math.ceil(seconds) })
        : t('entities.plan.minutes', { count: Math.ceil(seconds / 60) });
  return `${size} · ${time}`;
}

/** Everything that is wrong, each as its sentence. */
const sentencesOf = (error: unknown): unknown =>
  error instanceof ApiProblem && error.errors.length > 0
    ? [...new Set(error.errors.map(({ message, code }) => message ?? code))].join(' ')
    : error;
