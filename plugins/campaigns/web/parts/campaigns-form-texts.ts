import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls, t } from '../../../../web/index.ts';
import type { FormDefinition } from '../../models/form/definition.ts';
import { languages, type Language } from './form-data.ts';
import { formStyles } from './form-styles.ts';

type Texts = FormDefinition['texts'];

/** What a form says, in both languages. Fires `rl-change` with all texts. */
@customElement('campaigns-form-texts')
export class CampaignsFormTexts extends LitElement {
  @property({ attribute: false }) texts!: Texts;

  static override styles = [base, controls, formStyles];

  protected override render() {
    return html`<h3>${t('form.texts')}</h3>
      ${(['heading', 'intro', 'button', 'thanks'] as const).map(
        (name) =>
          html`<div class="both">${languages.map((language) => this.renderText(name, language))}</div>`,
      )}`;
  }

  private renderText(name: keyof Texts, language: Language) {
    return html`<label class="field"
      ><span class="field-label">${t(`form.text.${name}`)} (${t(`form.language.${language}`)})</span>
      <input
        class="control"
        maxlength="1000"
        .value=${this.texts[name][language]}
        @input=${(event: Event) => this.tell(name, language, (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  private tell(name: keyof Texts, language: Language, text: string): void {
    const texts = { ...this.texts, [name]: { ...this.texts[name], [language]: text } };
    this.dispatchEvent(new CustomEvent('rl-change', { detail: texts }));
  }
}
