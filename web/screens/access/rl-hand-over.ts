import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { findPeople, type Choice } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import {
  deactivatePerson,
  readHandOver,
  readHoldings,
  undoHandOver,
  type HandOver,
  type HandOverPlan,
  type Holdings,
  type Person,
} from '../../data/people.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { pageStyles } from './page-styles.ts';

const followMilliseconds = 700;

/** Deactivates a person: first what they hold, counted, and who gets it; then how far it is, and the way back. Fires `rl-changed`. */
@customElement('rl-hand-over')
export class RlHandOver extends LitElement {
  @property({ attribute: false }) person!: Person;
  @state() private holdings: Holdings | undefined;
  @state() private receivers: Record<string, Choice | null> = {};
  @state() private running: HandOver | undefined;
  @state() private isPlanning = false;
  @state() private error: unknown;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    buttons,
    pageStyles,
    css`
      .row > rl-picker {
        width: 240px;
      }
      progress {
        width: 100%;
        height: 6px;
        accent-color: var(--rl-accent);
      }
      .foot {
        display: flex;
        gap: 8px;
        margin-top: 12px;
      }
      @media (max-width: 720px) {
        .row {
          flex-wrap: wrap;
        }
        .row > rl-picker {
          width: 100%;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('person') && changed.get('person')?.id !== this.person.id) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    if (this.running) return this.renderRunning(this.running);
    if (this.person.isActive === false) return nothing;
    return html`<h3>${t('handover.heading')}</h3>
      <p class="about">${t('handover.about', { name: this.person.name })}</p>
      ${
        this.isPlanning && this.holdings
          ? this.renderPlan(this.holdings)
          : html`<button type="button" class="button danger" @click=${() => this.plan()}>
              ${t('handover.begin')}
            </button>`
      }`;
  }

  private renderPlan({ entities, workItems, teams, flows }: Holdings): TemplateResult {
    const isEmpty = entities.length === 0 && workItems === 0 && teams.length === 0;
    return html`${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
      ${isEmpty ? html`<p>${t('handover.nothing', { name: this.person.name })}</p>` : nothing}
      ${entities.map(({ entity, count, label }) => this.renderRow(entity, t('handover.records', { count, entity: label })))}
      ${workItems > 0 ? this.renderRow('$workItems', t('handover.workItems', { count: workItems })) : nothing}
      ${teams.length > 0 ? this.renderRow('$teams', t('handover.teams', { teams: teams.map(({ name }) => name).join(t('list.comma')) })) : nothing}
      ${flows.length > 0 ? this.renderFlows(flows) : nothing}
      <div class="foot">
        <button type="button" class="button" @click=${() => (this.isPlanning = false)}>
          ${t('action.cancel')}
        </button>
        <button type="button" class="button danger" @click=${this.start}>
          ${t('handover.start', { name: this.person.name })}
        </button>
      </div>`;
  }

  private renderFlows(flows: Holdings['flows']): TemplateResult {
    return html`<p>
      ${t('handover.flows', { name: this.person.name })}
      ${flows.map(
        ({ key, title }, index) =>
          html`${index > 0 ? t('list.comma') : nothing}<a href="/flows/${encodeURIComponent(key)}"
              >${title}</a
            >`,
      )}
    </p>`;
  }

  private renderRow(key: string, text: string): TemplateResult {
    return html`<div class="row">
      <span class="grow">${text}</span>
      <rl-picker
        label=${t('handover.to', { what: text })}
        placeholder=${t('handover.stays')}
        .source=${async (search: string) => (await findPeople(search)).filter(({ id }) => id !== this.person.id)}
        .value=${this.receivers[key] ?? null}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => this.receive(key, event.detail.value)}
      ></rl-picker>
    </div>`;
  }

  private renderRunning({ id, state: at, total, done, failed }: HandOver): TemplateResult {
    const counts = { done, total, failed };
    return html`<h3>${t('handover.heading')}</h3>
      <p role="status">${t(`handover.state.${at}`, counts)}</p>
      ${at === 'running' ? html`<progress max=${total} value=${done + failed} aria-label=${t('handover.heading')}></progress>` : nothing}
      ${failed > 0 ? html`<p class="muted">${t('handover.failed', { failed })}</p>` : nothing}
      ${at === 'done' || at === 'failed' ? html`<div class="foot"><button type="button" class="button" @click=${() => this.undo(id)}>${t('handover.undo')}</button></div>` : nothing}`;
  }

  /** The first choice is offered for the rest too: mostly one colleague takes over all. */
  private receive(key: string, choice: Choice | null): void {
    const isFirst = Object.values(this.receivers).every((one) => one === null);
    const keys = [...(this.holdings?.entities.map(({ entity }) => entity) ?? []), '$workItems', '$teams'];
    this.receivers =
      isFirst && choice
        ? Object.fromEntries(keys.map((one) => [one, choice]))
        : { ...this.receivers, [key]: choice };
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    this.isPlanning = false;
    this.receivers = {};
    this.running = undefined;
    const holdings = await readHoldings(this.person.id).catch(() => undefined);
    this.holdings = holdings;
    const last = holdings?.last;
    if (!last || last.state === 'undone' || this.person.isActive !== false) return;
    this.running = last;
    if (last.state === 'running') this.follow(last.id);
  }

  private async plan(): Promise<void> {
    try {
      this.holdings = await readHoldings(this.person.id);
      this.isPlanning = true;
    } catch (error) {
      showProblem(error);
    }
  }

  private async start(): Promise<void> {
    const plan: HandOverPlan = { entities: {} };
    for (const [key, choice] of Object.entries(this.receivers))
      if (choice && key === '$workItems') plan.workItems = choice.id;
      else if (choice && key === '$teams') plan.teams = choice.id;
      else if (choice) plan.entities[key] = choice.id;
    const held = this.holdings!;
    if (held.workItems === 0) delete plan.workItems;
    if (held.teams.length === 0) delete plan.teams;
    try {
      const { handOver } = await deactivatePerson(this.person.id, plan);
      this.error = undefined;
      this.isPlanning = false;
      showToast({ text: t('handover.gone', { name: this.person.name }) });
      if (handOver) this.follow(handOver);
      this.changed();
    } catch (error) {
      this.error = error;
    }
  }

  private follow(id: string): void {
    const look = async (): Promise<void> => {
      this.running = await readHandOver(id).catch(() => this.running);
      if (this.running?.state === 'running') this.timer = setTimeout(() => void look(), followMilliseconds);
    };
    void look();
  }

  private async undo(id: string): Promise<void> {
    try {
      const { records, skipped, workItems } = await undoHandOver(id);
      this.running = undefined;
      showToast({ text: t('handover.undone', { records, skipped, workItems }) });
      this.changed();
    } catch (error) {
      showProblem(error);
    }
  }

  private changed(): void {
    this.dispatchEvent(new CustomEvent('rl-changed'));
  }
}
