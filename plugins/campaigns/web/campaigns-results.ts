import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  base,
  formatMoney,
  formatNumber,
  t,
  type MetaEntity,
  type Money,
  type RecordItem,
} from '../../../web/index.ts';
import { resultStyles } from './parts/result-styles.ts';
import { campaignResults } from './parts/results-data.ts';
import type { CampaignResults, Outcome } from '../models/campaign-results.ts';
import { deliveredOf } from '../models/delivered.ts';
import { moneyText, share, withShare } from './parts/figure-texts.ts';
import './parts/campaigns-compared.ts';
import './parts/campaigns-goal.ts';
import './parts/campaigns-next.ts';
import './parts/texts.ts';

const reloadAfter = 10_000;

/** How far a campaign is to its goal, what it sent, what became of that, what it brought and cost, and how it was before. */
@customElement('campaigns-results')
export class CampaignsResults extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @state() private results: CampaignResults | undefined;
  @state() private error: unknown;
  private timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [base, resultStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => void this.load(), reloadAfter);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('record');
    if (changed.has('record') && (before?.id !== this.record.id || before.version !== this.record.version))
      void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { results } = this;
    if (!results) return html`<rl-skeleton rows="4"></rl-skeleton>`;
    return html`<campaigns-next .entity=${this.entity} .record=${this.record}></campaigns-next>
      <campaigns-goal .record=${this.record} .goal=${results.goal}></campaigns-goal>
      ${results.total ? this.renderSent(results, results.total) : this.renderNothing()}
      ${this.renderSocial(results)}
      <campaigns-compared .record=${this.record}></campaigns-compared>
      ${results.total ? html`<a class="more" href="/outbox?campaign=${this.record.id}">${t('campaign.messages')}</a>` : nothing}`;
  }

  private renderSent(results: CampaignResults, total: Outcome) {
    return html`${this.renderFigures(results, total)} ${this.renderFunnel(results, total)}
    ${results.groups.length > 1 ? this.renderGroups(results.groups) : nothing}`;
  }

  private renderNothing() {
    return html`<rl-empty
      icon="mail"
      heading=${t('campaign.nothing')}
      text=${t('campaign.nothing.text')}
    ></rl-empty>`;
  }

  private renderFigures({ sales, revenue }: CampaignResults, total: Outcome) {
    const cost = this.record['cost'] as Money | null; // The field is money.
    const gain = this.record['returnOnCost'] as number | null; // A formula that answers a number.
    const figure = (name: string, value: string, note = '') =>
      html`<div>
        <dt>${t(`campaign.${name}`)}</dt>
        <dd>${value}${note ? html`<small>${note}</small>` : nothing}</dd>
      </div>`;
    const delivered = deliveredOf(total);
    return html`<dl class="figures">
      ${figure('sent', formatNumber(total.sent), total.waiting > 0 ? t('campaign.waiting', { count: total.waiting }) : '')}
      ${figure('delivered', formatNumber(delivered), share(delivered, total.sent))}
      ${figure('opened', formatNumber(total.opened), share(total.opened, delivered))}
      ${figure('clicked', formatNumber(total.clicked), share(total.clicked, delivered))}
      ${figure('sales', formatNumber(sales), share(sales, delivered))}
      ${figure('revenue', moneyText(revenue))}
      ${figure('cost', moneyText(cost ? [cost] : []), budgetNote(cost, this.record['budget'] as Money | null))}
      ${figure('gain', gain === null ? '–' : formatNumber(gain, { style: 'percent' }))}
    </dl>`;
  }

  private renderFunnel({ sales }: CampaignResults, total: Outcome) {
    const steps: [string, number][] = [
      ['wanted', total.wanted],
      ['sent', total.sent],
      ['delivered', deliveredOf(total)],
      ['opened', total.opened],
      ['clicked', total.clicked],
      ['sales', sales],
    ];
    const lost: [string, number][] = [
      ['refused', total.refused],
      ['failed', total.failed],
      ['bounced', total.bounced],
      ['complained', total.complained],
    ];
    const said = lost.filter(([, count]) => count > 0);
    return html`<ol class="funnel" aria-label=${t('campaign.funnel')}>
        ${steps.map(
          ([name, count]) =>
            html`<li>
              <span>${t(`campaign.${name}`)}</span>
              <span class="bar"><i style="width: ${(100 * count) / Math.max(1, total.wanted)}%"></i></span>
              <span>${formatNumber(count)}</span>
            </li>`,
        )}
      </ol>
      ${
        said.length > 0
          ? html`<p class="muted">
              ${said.map(([name, count]) => `${t(`campaign.${name}`)}: ${formatNumber(count)}`).join(' · ')}
            </p>`
          : nothing
      }`;
  }

  private renderGroups(groups: readonly Outcome[]) {
    return html`<h3>${t('campaign.groups')}</h3>
      <div class="wide">
        <table>
          <tr>
            <th>${t('campaign.group')}</th>
            ${['sent', 'opened', 'clicked'].map((name) => html`<th>${t(`campaign.${name}`)}</th>`)}
          </tr>
          ${groups.map(
            (group) =>
              html`<tr>
                <td>${group.key || t('campaign.noGroup')}</td>
                <td>${formatNumber(group.sent)}</td>
                <td>${withShare(group.opened, deliveredOf(group))}</td>
                <td>${withShare(group.clicked, deliveredOf(group))}</td>
              </tr>`,
          )}
        </table>
      </div>`;
  }

  private renderSocial({ social }: CampaignResults) {
    if (!social) return nothing;
    const { planned, posted, places, likes, shares, replies } = social;
    const figures = Object.entries({ posted, places, planned, likes, shares, replies });
    const told = figures.filter(([, count]) => count !== null) as [string, number][]; // What is null is left out.
    return html`<h3>${t('campaign.social')}</h3>
      <dl class="figures">
        ${told.map(
          ([name, count]) =>
            html`<div>
              <dt>${t(`campaign.social.${name}`)}</dt>
              <dd>${formatNumber(count)}</dd>
            </div>`,
        )}
      </dl>`;
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    try {
      const results = await campaignResults(id);
      if (id !== this.record.id) return;
      this.results = results;
      this.error = undefined;
    } catch (error) {
      // What is shown already stays: the next look may succeed.
      if (!this.results) this.error = error;
    }
  }
}

/** How much of the budget is spent: the reader of a cost asks that next. */
const budgetNote = (cost: Money | null, budget: Money | null | undefined): string => {
  if (!cost || !budget || cost.currency !== budget.currency || Number(budget.amount) <= 0) return '';
  const over = Number(cost.amount) - Number(budget.amount);
  return over > 0
    ? t('campaign.overBudget', { amount: formatMoney({ amount: over, currency: cost.currency }) })
    : t('campaign.ofBudget', { share: share(Number(cost.amount), Number(budget.amount)) });
};
