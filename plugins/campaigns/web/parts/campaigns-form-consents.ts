import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons, controls, t } from '../../../../web/index.ts';
import type { FormDefinition } from '../../models/form/definition.ts';
import { languages, purposeName, type Purpose } from './form-data.ts';
import { formStyles } from './form-styles.ts';

type Consents = FormDefinition['consents'];

/** What visitors are asked to agree to, in the very words that are kept as proof. Fires `rl-change` with all. */
@customElement('campaigns-form-consents')
export class CampaignsFormConsents extends LitElement {
  @property({ attribute: false }) consents: Consents = [];
  @property({ attribute: false }) purposes: readonly Purpose[] = [];

  static override styles = [base, buttons, controls, formStyles];

  protected override render() {
    const rest = this.purposes.filter(({ id }) => !this.consents.some(({ purpose }) => purpose === id));
    return html`<h3>${t('form.consents')}</h3>
      <p class="muted">${t('form.consents.help')}</p>
      ${this.consents.map((consent, index) => this.renderConsent(consent, index))}
      <div class="adds">
        <select
          class="control"
          aria-label=${t('form.addConsent')}
          @change=${(event: Event) => {
            // The cast: the listener stands on this select, which then asks for the next.
            const select = event.target as HTMLSelectElement;
            const { value } = select;
            select.value = '';
            this.add(value);
          }}
        >
          <option value="">${t('form.addConsent')}</option>
          ${rest.map((purpose) => html`<option value=${purpose.id}>${purposeName(purpose)}</option>`)}
        </select>
      </div>`;
  }

  private renderConsent({ purpose, text, isRequired }: Consents[number], index: number) {
    const known = this.purposes.find(({ id }) => id === purpose);
    const name = known ? purposeName(known) : purpose;
    return html`<div class="consent">
      <div class="top">
        <strong class="grow">${name}</strong>
        <label class="check"
          ><input
            type="checkbox"
            .checked=${isRequired}
            @change=${(event: Event) =>
              this.change(index, { isRequired: (event.target as HTMLInputElement).checked })}
          />${t('form.required')}</label
        >
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('form.remove', { name })}
          @click=${() => this.tell(this.consents.filter((_, place) => place !== index))}
        >
          <rl-icon name="x"></rl-icon>
        </button>
      </div>
      <div class="both">
        ${languages.map(
          (language) =>
            html`<label class="field"
              ><span class="field-label">${t('form.words')} (${t(`form.language.${language}`)})</span>
              <textarea
                class="control"
                maxlength="1000"
                .value=${text[language]}
                @input=${(event: Event) =>
                  this.change(index, {
                    text: { ...text, [language]: (event.target as HTMLTextAreaElement).value },
                  })}
              ></textarea>
            </label>`,
        )}
      </div>
    </div>`;
  }

  private add(id: string): void {
    const purpose = this.purposes.find((one) => one.id === id)!;
    const text = {
      en: t('form.consent.usual.en', { purpose: purpose.en }),
      'zh-CN': t('form.consent.usual.zh', { purpose: purpose.zh }),
    };
    this.tell([...this.consents, { purpose: id, text, isRequired: false }]);
  }

  private change(index: number, part: Partial<Consents[number]>): void {
    this.tell(this.consents.map((one, place) => (place === index ? { ...one, ...part } : one)));
  }

  private tell(consents: Consents): void {
    this.dispatchEvent(new CustomEvent('rl-change', { detail: consents }));
  }
}
