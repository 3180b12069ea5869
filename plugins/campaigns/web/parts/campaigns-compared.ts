import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, formatDate, formatNumber, t, type RecordItem } from '../../../../web/index.ts';
import { moneyText, withShare } from './figure-texts.ts';
import { resultStyles } from './result-styles.ts';
import { campaignCompared } from './results-data.ts';
import type { Business, CampaignCompared } from '../../models/campaign-compared.ts';
import './campaigns-hold-out.ts';
import './texts.ts';

/** The days of a campaign beside as many before: of those it wrote to, beside those held out, and of the company. */
@customElement('campaigns-compared')
export class CampaignsCompared extends LitElement {
  @property({ attribute: false }) record!: RecordItem;
  @state() private compared: CampaignCompared | null = null;
  @state() private error: unknown;

  static override styles = [base, resultStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('record');
    if (changed.has('record') && (before?.id !== this.record.id || before.version !== this.record.version))
      void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem inline .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { compared } = this;
    const journey = this.record['journey'] as string | null; // The field is text.
    return html`${compared ? this.renderTable(compared) : nothing}
    ${journey ? html`<campaigns-hold-out journey=${journey}></campaigns-hold-out>` : nothing}`;
  }

  private renderTable(compared: CampaignCompared) {
    const { days, now, before, reached } = compared;
    return html`<h3>${t('campaign.compared', { count: days })}</h3>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th></th>
              ${[now, before].map(
                (one) => html`<th scope="col">${formatDate(one.from)} – ${formatDate(one.to)}</th>`,
              )}
              <th scope="col">${t('campaign.change')}</th>
            </tr>
          </thead>
          ${
            reached
              ? html`<tbody>
                  <tr>
                    <th class="part" colspan="4" scope="rowgroup">
                      ${t('campaign.reached', { people: t('campaign.people', { count: reached.people }), accounts: t('campaign.accounts', { count: reached.accounts }) })}
                    </th>
                  </tr>
                  ${this.renderBought(reached.now, reached.before)}
                </tbody>`
              : nothing
          }
          <tbody>
            <tr>
              <th class="part" colspan="4" scope="rowgroup">${t('campaign.company')}</th>
            </tr>
            ${this.renderBought(now, before)} ${this.renderMails(now, before)}
          </tbody>
        </table>
      </div>
      ${reached ? html`<p class="note small">${t('campaign.compared.note')}</p>` : nothing}`;
  }

  private renderBought(
    now: Pick<Business, 'deals' | 'revenue'>,
    before: Pick<Business, 'deals' | 'revenue'>,
  ) {
    return html`${row('deals', formatNumber(now.deals), formatNumber(before.deals), change(now.deals, before.deals))}
    ${row('revenue', moneyText(now.revenue), moneyText(before.revenue), changeOfMoney(now, before))}`;
  }

  private renderMails(now: Business, before: Business) {
    return html`${row('sent', formatNumber(now.sent), formatNumber(before.sent), change(now.sent, before.sent))}
    ${row('clicked', withShare(now.clicked, now.sent), withShare(before.clicked, before.sent), change(now.clicked, before.clicked))}`;
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    try {
      const compared = await campaignCompared(id);
      if (id !== this.record.id) return;
      this.compared = compared;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

const row = (name: string, one: string, other: string, changed: string) =>
  html`<tr>
    <td>${t(`campaign.${name}`)}</td>
    <td>${one}</td>
    <td>${other}</td>
    <td>${changed}</td>
  </tr>`;

/** Nothing has no share to grow by. */
const change = (now: number, before: number): string =>
  before === 0
    ? '–'
    : formatNumber(now / before - 1, {
        style: 'percent',
        maximumFractionDigits: 0,
        signDisplay: 'exceptZero',
      });

/** Of two currencies there is no sum, and so no change. */
function changeOfMoney(now: Pick<Business, 'revenue'>, before: Pick<Business, 'revenue'>): string {
  const [one] = now.revenue;
  const [other] = before.revenue;
  if (now.revenue.length > 1 || before.revenue.length > 1) return '–';
  if (!other || (one && one.currency !== other.currency)) return '–';
  return change(Number(one?.amount ?? 0), Number(other.amount));
}
