import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, base, formatMoney, formatNumber, t } from '../../../../web/index.ts';
import type { HoldOut, Shown } from '../../models/hold-out/compare.ts';
import { resultStyles } from './result-styles.ts';
import './texts.ts';

interface Answer {
  currency: string;
  counts: { reached: number; heldOut: number };
  compared: HoldOut | null;
}

type Estimate = { value: number; low: number; high: number };

/** What a journey brought: those it reached beside those it held out. Nothing where it holds nobody out. */
@customElement('campaigns-hold-out')
export class CampaignsHoldOut extends LitElement {
  @property() journey = '';
  @state() private answer: Answer | undefined;
  @state() private error: unknown;

  static override styles = [base, resultStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('journey')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem inline .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { answer } = this;
    if (!answer || answer.counts.reached + answer.counts.heldOut === 0) return nothing;
    return html`<h3>${t('holdOut.title')}</h3>
      ${
        answer.compared
          ? this.renderCompared(answer.compared)
          : html`<p class="note">${t('holdOut.few', answer.counts)}</p>`
      }`;
  }

  private renderCompared({ reached, heldOut, difference, revenue, brought, isThin }: HoldOut) {
    const isClear = difference.low > 0 || difference.high < 0;
    return html`<p class="note">
        ${t(isClear ? (difference.low > 0 ? 'holdOut.more' : 'holdOut.less') : 'holdOut.open', {
          count: formatNumber(brought.bought.value, { maximumFractionDigits: 0 }),
          low: formatNumber(brought.bought.low, { maximumFractionDigits: 0 }),
          high: formatNumber(brought.bought.high, { maximumFractionDigits: 0 }),
        })}
        ${isThin ? t('holdOut.thin') : nothing}
      </p>
      <div class="wide">
        <table>
          <tr>
            <th>${t('holdOut.group')}</th>
            <th>${t('holdOut.members')}</th>
            <th>${t('holdOut.bought')}</th>
            <th>${t('holdOut.mean')}</th>
          </tr>
          ${this.renderGroup(t('holdOut.reached'), reached)}
          ${this.renderGroup(t('holdOut.heldOut'), heldOut)}
          <tr>
            <td>${t('holdOut.difference')}</td>
            <td></td>
            <td>${estimate(difference, percent)}</td>
            <td>${estimate(revenue, (value) => this.money(value))}</td>
          </tr>
          <tr>
            <td><strong>${t('holdOut.brought')}</strong></td>
            <td></td>
            <td>${estimate(brought.bought, (value) => formatNumber(value, { maximumFractionDigits: 0 }))}</td>
            <td>${estimate(brought.revenue, (value) => this.money(value))}</td>
          </tr>
        </table>
      </div>
      <p class="note small">${t('holdOut.help')}</p>`;
  }

  private renderGroup(name: string, group: Shown) {
    return html`<tr>
      <td>${name}</td>
      <td>${formatNumber(group.of)}</td>
      <td>${formatNumber(group.bought)} · ${percent(group.rate)}</td>
      <td>${this.money(group.mean)}</td>
    </tr>`;
  }

  private money(amount: number): string {
    return formatMoney({ amount, currency: this.answer!.currency }, { maximumFractionDigits: 0 });
  }

  private async load(): Promise<void> {
    const { journey } = this;
    if (!journey) return;
    try {
      const answer = await api.get<Answer>(`/api/plugins/campaigns/hold-out/${encodeURIComponent(journey)}`);
      if (journey !== this.journey) return;
      this.answer = answer;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

const percent = (value: number): string =>
  formatNumber(value, { style: 'percent', maximumFractionDigits: 1 });

/** `4.2% (1.1% to 7.3%)`. */
const estimate = ({ value, low, high }: Estimate, text: (value: number) => string): string =>
  t('holdOut.estimate', { value: text(value), low: text(low), high: text(high) });
