import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, controls, formatMoney, showProblem, t } from '../../../../web/index.ts';
import { quoteBasket, type Quote } from './promotion-data.ts';
import { promotionStyles } from './promotion-styles.ts';

/** What a basket of some amount would cost now; nothing is redeemed. */
@customElement('campaigns-try-basket')
export class CampaignsTryBasket extends LitElement {
  @property({ attribute: false }) promotion = '';
  @property({ attribute: false }) currency = 'USD';
  /** Without one of its codes it would never count. */
  @property({ type: Boolean, attribute: 'coupon' }) isCoupon = false;
  @state() private price = '100';
  @state() private code = '';
  @state() private email = '';
  @state() private quote: Quote | undefined;

  static override styles = [base, buttons, controls, promotionStyles];

  protected override render() {
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.reckon();
      }}
    >
      <h3>${t('promotion.try')}</h3>
      <label class="field narrow"
        ><span class="field-label">${t('promotion.amount', { currency: this.currency })}</span>
        <input
          class="control number"
          inputmode="decimal"
          required
          .value=${this.price}
          @input=${(event: Event) => (this.price = valueOf(event))}
        />
      </label>
      <label class="field narrow"
        ><span class="field-label">${t('promotion.code')}</span>
        <input
          class="control"
          maxlength="40"
          autocomplete="off"
          ?required=${this.isCoupon}
          .value=${this.code}
          @input=${(event: Event) => (this.code = valueOf(event))}
        />
      </label>
      <label class="field wide"
        ><span class="field-label">${t('promotion.email')}</span>
        <input
          class="control"
          type="email"
          autocomplete="off"
          .value=${this.email}
          @input=${(event: Event) => (this.email = valueOf(event))}
        />
      </label>
      <button class="button">${t('promotion.reckon')}</button>
      <div class="outcome" role="status">${this.quote ? this.renderQuote(this.quote) : nothing}</div>
    </form>`;
  }

  private renderQuote({ toPay, discount, applied, refused }: Quote) {
    // What is refused of other promotions is of no interest on the page of this one.
    const own = refused.filter(({ promotion, code }) => promotion === this.promotion || code !== null);
    return html`<p>
        ${t('promotion.toPay', { amount: formatMoney(toPay), discount: formatMoney(discount) })}
      </p>
      <ul>
        ${applied.map(
          ({ name, discount: amount, gift }) =>
            html`<li>
              ${
                gift
                  ? t('promotion.appliedGift', { name, gift: gift.title })
                  : t('promotion.applied', { name, amount: formatMoney(amount) })
              }
            </li>`,
        )}
        ${own.map(({ sentence }) => html`<li class="refused">${sentence}</li>`)}
      </ul>`;
  }

  private async reckon(): Promise<void> {
    const { price, currency, code, email } = this;
    this.quote = await quoteBasket({
      price: price.trim(),
      currency,
      code: code.trim(),
      email: email.trim(),
    }).catch((error: unknown) => {
      showProblem(error);
      return undefined;
    });
  }
}

// The cast: these listeners stand on inputs only.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
