import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, controls, showProblem, showToast, t } from '../../../../web/index.ts';
import { makeCodes } from './promotion-data.ts';
import { promotionStyles } from './promotion-styles.ts';

/** Codes of a coupon, as many as wanted. */
@customElement('campaigns-make-codes')
export class CampaignsMakeCodes extends LitElement {
  @property({ attribute: false }) promotion = '';
  @property({ attribute: false }) name = '';
  @state() private isBusy = false;

  static override styles = [base, buttons, controls, promotionStyles];

  protected override render() {
    const filter = encodeURIComponent(
      JSON.stringify([['promotion', 'isOneOf', [{ id: this.promotion, title: this.name }]]]),
    );
    return html`<form @submit=${(event: SubmitEvent) => this.make(event)}>
      <h3>${t('promotion.codes')}</h3>
      ${this.renderNumber('count', 100, 20_000)} ${this.renderNumber('limit', 1, 1_000_000)}
      <label class="field narrow"
        ><span class="field-label">${t('promotion.prefix')}</span>
        <input class="control" name="prefix" maxlength="12" pattern="[A-Za-z0-9\\-]*" autocomplete="off" />
      </label>
      <button class="button" ?disabled=${this.isBusy} aria-busy=${this.isBusy}>${t('promotion.make')}</button>
      <p class="outcome">
        <a class="button link" href="/r/promotion-code/list?filter=${filter}">${t('promotion.all')}</a>
      </p>
    </form>`;
  }

  private renderNumber(name: string, value: number, most: number) {
    return html`<label class="field narrow"
      ><span class="field-label">${t(`promotion.${name}`)}</span>
      <input class="control number" name=${name} type="number" min="1" max=${most} required value=${value} />
    </label>`;
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // The cast: the listener stands on the form.
    const form = new FormData(event.target as HTMLFormElement);
    this.isBusy = true;
    try {
      const { made } = await makeCodes(this.promotion, {
        count: Number(form.get('count')),
        redemptionLimit: Number(form.get('limit')),
        prefix: String(form.get('prefix')),
      });
      showToast({ text: t('promotion.made', { count: made }) });
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }
}
