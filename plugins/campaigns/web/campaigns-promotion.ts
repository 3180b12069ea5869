import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  base,
  buttons,
  controls,
  formatMoney,
  formatNumber,
  may,
  metaContext,
  t,
  type Meta,
  type MetaEntity,
  type Money,
  type RecordItem,
} from '../../../web/index.ts';
import './parts/campaigns-make-codes.ts';
import './parts/campaigns-try-basket.ts';
import { readState } from './parts/promotion-data.ts';
import { promotionStyles } from './parts/promotion-styles.ts';
import { saveValues } from './parts/save-values.ts';
import './parts/texts.ts';

/** Whether a promotion counts now, how much of it is used, what it does to a basket, and where its codes are made. */
@customElement('campaigns-promotion')
export class CampaignsPromotion extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private now: { isOn: boolean; sentence: string } | undefined;
  @state() private error: unknown;

  static override styles = [base, buttons, controls, promotionStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') && may(this.meta, 'campaigns.promotions')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    return html`<div class="state">
        <p class=${this.now?.isOn ? 'on' : 'off'} role="status">${this.now?.sentence}</p>
        ${this.renderUse()} ${this.renderMove()}
      </div>
      <div class="tools">
        ${
          may(this.meta, 'campaigns.redeem')
            ? html`<campaigns-try-basket
                .promotion=${this.record.id}
                .currency=${this.currency}
                ?coupon=${this.record['kind'] === 'coupon'}
              ></campaigns-try-basket>`
            : nothing
        }
        ${
          may(this.meta, 'campaigns.promotions') && this.record['kind'] === 'coupon'
            ? html`<campaigns-make-codes
                .promotion=${this.record.id}
                .name=${this.record['name']}
              ></campaigns-make-codes>`
            : nothing
        }
      </div>`;
  }

  private renderMove() {
    const to = { draft: 'active', paused: 'active', active: 'paused' }[String(this.record['state'])];
    if (!to || !this.entity.can.update) return nothing;
    return html`<rl-button
      variant=${to === 'active' ? 'primary' : 'default'}
      icon=${to === 'active' ? 'play' : 'circle-pause'}
      @click=${async () => (this.record = await saveValues(this, this.entity.id, this.record, { state: to }))}
      >${t(`promotion.move.${to}`)}</rl-button
    >`;
  }

  private renderUse() {
    // The casts: a roll-up that counts, an integer, and a sum of money per currency.
    const count = (this.record['redeemed'] ?? 0) as number;
    const limit = (this.record['totalLimit'] ?? null) as number | null;
    const discounted = (this.record['discounted'] ?? []) as Money[];
    const params = { count: formatNumber(count), limit: formatNumber(limit ?? 0) };
    return html`<span class="figure"
        >${t(limit ? 'promotion.redeemedOf' : 'promotion.redeemed', params)}</span
      >
      ${discounted.map(
        (amount) =>
          html`<span class="figure">${t('promotion.discounted', { amount: formatMoney(amount) })}</span>`,
      )}
      ${
        limit
          ? html`<progress
              max=${limit}
              value=${Math.min(count, limit)}
              aria-label=${t('promotion.redeemedOf', params)}
            ></progress>`
          : nothing
      }`;
  }

  /** Of the promotion's own amounts, else the company's. */
  private get currency(): string {
    const amounts = ['amount', 'minimumSpend', 'mostDiscount'].map(
      (name) => this.record[name] as Money | null,
    );
    return amounts.find(Boolean)?.currency ?? this.meta.company.currency;
  }

  private async load(): Promise<void> {
    try {
      this.now = await readState(this.record.id);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
