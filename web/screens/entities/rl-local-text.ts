import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LocalText } from '../../../core/entity/definition.ts';
import { locale, t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import { submitByEnter } from '../../components/submit-by-enter.ts';

type Language = 'en' | 'zh-CN';

/** A text in the reader's language, with the other one a click away. Fires `rl-text` with `detail: {value}`. */
@customElement('rl-local-text')
export class RlLocalText extends LitElement {
  @property({ attribute: false }) value: LocalText | undefined;
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) multiline = false;
  @state() private isOpen = false;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .line {
        display: flex;
        gap: 4px;
        align-items: start;
      }
      .other {
        margin-top: 6px;
      }
    `,
  ];

  protected override render() {
    const own = locale();
    const other: Language = own === 'en' ? 'zh-CN' : 'en';
    const isShown = this.isOpen || Boolean(this.value?.[other] && this.value[other] !== this.value[own]);
    return html`<span class="field-label" aria-hidden="true">${this.label}</span>
      <div class="line">
        ${this.renderInput(own, this.label)}
        <button
          type="button"
          class="button ghost square"
          aria-label=${`${t('entities.field.translate')}: ${this.label}`}
          title=${t('entities.field.translate')}
          aria-expanded=${isShown}
          @click=${() => (this.isOpen = !this.isOpen)}
        >
          <rl-icon name="globe"></rl-icon>
        </button>
      </div>
      ${
        isShown
          ? html`<div class="other">
              ${this.renderInput(other, `${this.label}: ${t(other === 'en' ? 'entities.field.english' : 'entities.field.chinese')}`)}
            </div>`
          : nothing
      }`;
  }

  private renderInput(language: Language, label: string) {
    const isOwn = language === locale();
    const hint = isOwn ? this.placeholder : label;
    const input = (event: Event): void => {
      // The listener sits on the control itself.
      const text = (event.target as HTMLInputElement).value;
      this.value = { ...this.value, [language]: text };
      this.dispatchEvent(new CustomEvent('rl-text', { detail: { value: this.value } }));
    };
    const value = this.value?.[language] ?? '';
    return this.multiline
      ? html`<textarea
          class="control"
          aria-label=${label}
          placeholder=${hint}
          maxlength="200"
          rows="2"
          .value=${value}
          @input=${input}
        ></textarea>`
      : html`<input
          class="control"
          aria-label=${label}
          aria-required=${this.required && isOwn ? 'true' : nothing}
          placeholder=${hint}
          maxlength="200"
          .value=${value}
          @input=${input}
          @keydown=${(event: KeyboardEvent) => submitByEnter(event, this)}
        />`;
  }
}
