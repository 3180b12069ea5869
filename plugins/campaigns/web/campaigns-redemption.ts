import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  base,
  buttons,
  controls,
  showProblem,
  showToast,
  t,
  type MetaEntity,
  type RecordItem,
} from '../../../web/index.ts';
import { cancelRedemption } from './parts/promotion-data.ts';
import { promotionStyles } from './parts/promotion-styles.ts';
import './parts/texts.ts';

/** Takes a redemption back. */
@customElement('campaigns-redemption')
export class CampaignsRedemption extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private isBusy = false;

  static override styles = [base, buttons, controls, promotionStyles];

  protected override render() {
    if (!this.entity.can.update || this.record['state'] !== 'redeemed') return nothing;
    return html`<form @submit=${(event: SubmitEvent) => this.cancel(event)}>
      <h3>${t('redemption.cancel')}</h3>
      <p class="muted outcome">${t('redemption.cancel.help')}</p>
      <label class="field wide"
        ><span class="field-label">${t('redemption.reason')}</span>
        <input class="control" name="reason" maxlength="500" />
      </label>
      <button class="button danger" ?disabled=${this.isBusy}>${t('redemption.cancel')}</button>
    </form>`;
  }

  private async cancel(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // The cast: the listener stands on the form.
    const form = new FormData(event.target as HTMLFormElement);
    this.isBusy = true;
    try {
      await cancelRedemption(this.record.id, String(form.get('reason')));
      showToast({ text: t('redemption.cancelled') });
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }
}
