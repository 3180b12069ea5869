import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  askPerson,
  base,
  formatDate,
  formatMoney,
  formatNumber,
  t,
  type MetaEntity,
  type Money,
  type RecordItem,
} from '../../../../web/index.ts';
import { nextSteps, titleOf, type NextStep, type NextSteps } from './next-steps.ts';
import { campaignReach } from './results-data.ts';
import type { Reach } from '../../models/campaign-reach.ts';
import { saveValues } from './save-values.ts';
import './texts.ts';

const icons = { done: 'circle-check', open: 'circle', waits: 'clock' };

/** What a campaign still needs, one under the other, and what starts it. Fires `rl-saved` with the record as it is then. */
@customElement('campaigns-next')
export class CampaignsNext extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @state() private isBusy = false;
  @state() private reach: Reach | null = null;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin: 8px 0 24px;
      }
      h3 {
        margin: 0 0 8px;
        font-size: var(--rl-size);
        font-weight: 600;
      }
      ol {
        display: grid;
        gap: 4px;
        margin: 0 0 12px;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        min-height: var(--rl-control);
      }
      rl-icon {
        color: var(--rl-muted);
      }
      .done rl-icon {
        color: var(--rl-good-text);
      }
      .waits rl-icon {
        color: var(--rl-warn-text);
      }
      .done span,
      .reach {
        color: var(--rl-muted);
      }
      .reach {
        flex: 1 0 100%;
        margin: 0 0 4px 24px;
        font-size: var(--rl-size-small);
      }
      .none {
        color: var(--rl-warn-text);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      p {
        margin: 0 0 8px;
      }
      .actions + p {
        margin-top: 8px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record') && nextSteps(this.record, today())) void this.load();
  }

  protected override render() {
    const next = nextSteps(this.record, today());
    if (!next) return nothing;
    const state = this.record['state'];
    const { startDate } = this.record;
    const day = typeof startDate === 'string' ? formatDate(startDate) : '';
    const heading =
      state === 'planned' ? t('next.planned', { day }) : t(state === 'running' ? 'next.lacks' : 'next.title');
    return html`<h3>${heading}</h3>
      ${state === 'planned' ? html`<p class="muted">${t('next.planned.text')}</p>` : nothing}
      <ol>
        ${next.steps.map((step) => this.renderStep(step))}
      </ol>
      ${this.entity.can.update && state !== 'running' ? this.renderActions(next, day) : nothing}`;
  }

  private renderActions({ isReady, day }: NextSteps, dayText: string) {
    if (!isReady) return html`<p class="muted">${t('next.notReady')}</p>`;
    const isPlanned = this.record['state'] === 'planned';
    const button = (name: string, act: () => void, more: { icon?: string; isFirst?: boolean } = {}) =>
      html`<rl-button
        variant=${more.isFirst ? 'primary' : 'default'}
        icon=${more.icon ?? nothing}
        ?loading=${this.isBusy && more.isFirst}
        ?disabled=${this.isBusy}
        @click=${act}
        >${t(name, { day: dayText })}</rl-button
      >`;
    const takeBack = () => this.move(this.record['approvedBudget'] ? 'approved' : 'draft');
    return html`<div class="actions">
        ${day && !isPlanned ? button('next.plan', () => this.plan(dayText), { icon: 'calendar', isFirst: true }) : nothing}
        ${button('next.start', this.start, { icon: 'play', isFirst: !day })}
        ${isPlanned ? button('next.takeBack', takeBack) : nothing}
      </div>
      ${day || isPlanned ? nothing : html`<p class="muted">${t('next.plan.hint')}</p>`}`;
  }

  private renderStep({ id, state: how }: NextStep) {
    return html`<li class=${how}>
      <rl-icon name=${icons[how]} label=${t(`next.${how}`)}></rl-icon>
      <span>${this.sayOf(id, how)}</span>
      ${id === 'audience' && how === 'done' ? this.renderReach() : nothing}
      ${
        id === 'budget' && how === 'open' && this.entity.can.update
          ? html`<rl-button ?loading=${this.isBusy} @click=${() => this.move('waiting')}
              >${t('next.ask')}</rl-button
            >`
          : nothing
      }
    </li>`;
  }

  private sayOf(id: NextStep['id'], how: NextStep['state']): string {
    const { record } = this;
    if (id === 'budget') {
      const budget = record['budget'] as Money | null; // The field is money.
      return budget ? t(`next.budget.${how}`, { amount: formatMoney(budget) }) : t('next.budget.none');
    }
    if (record['journey'] && how === 'done') return t(`next.${id}.journey`);
    const name = titleOf(record, id === 'audience' ? 'audience' : 'template');
    return t(`next.${id}.${how}`, { name });
  }

  /** Whom it reaches, and why not the others. */
  private renderReach() {
    const { reach } = this;
    if (!reach) return nothing;
    const lost = (['unasked', 'suppressed', 'unknown'] as const).filter((name) => reach[name] > 0);
    return html`<p class=${reach.reachable === 0 ? 'reach none' : 'reach'}>
      ${t('next.reach', { reachable: formatNumber(reach.reachable), members: formatNumber(reach.members) })}
      ${lost.map((name) => t(`next.reach.${name}`, { count: reach[name], number: formatNumber(reach[name]) })).join(' ')}
    </p>`;
  }

  private async load(): Promise<void> {
    // What a journey reaches is up to its own steps.
    this.reach = this.record['journey'] ? null : await campaignReach(this.record.id).catch(() => null);
  }

  private readonly start = (): Promise<void> =>
    this.ask('running', t('next.start.heading', { name: String(this.record['name']) }), t('next.start'));

  private readonly plan = (day: string): Promise<void> =>
    this.ask(
      'planned',
      t('next.plan.heading', { name: String(this.record['name']), day }),
      t('next.plan', { day }),
    );

  private async ask(to: 'planned' | 'running', heading: string, label: string): Promise<void> {
    await this.load();
    const { reach } = this;
    const text =
      this.record['journey'] || !reach
        ? t(`next.${to}.journey`)
        : reach.reachable === 0
          ? t(`next.${to}.nobody`)
          : t(`next.${to}.ask`, { count: reach.reachable, number: formatNumber(reach.reachable) });
    if (await askPerson({ heading, text, label })) await this.move(to);
  }

  private async move(to: 'draft' | 'waiting' | 'approved' | 'planned' | 'running'): Promise<void> {
    this.isBusy = true;
    this.record = await saveValues(this, this.entity.id, this.record, { state: to });
    this.isBusy = false;
  }
}

/** Of who looks at it, such as `2026-12-01`. */
const today = (): string => new Date().toLocaleDateString('sv');
