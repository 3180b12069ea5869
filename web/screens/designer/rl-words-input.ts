import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ScreenText } from '../../../core/screen/definition.ts';
import { locale, t, type Locale } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import { textOf } from './node-label.ts';

const languages: readonly Locale[] = ['en', 'zh-CN'];

/** Words in the reader's language, and in the other one when asked for. Fires `rl-words` {value}. */
@customElement('rl-words-input')
export class RlWordsInput extends LitElement {
  @property({ attribute: false }) value: ScreenText | undefined;
  @property({ attribute: false }) texts: Readonly<Record<string, string>> = {};
  @property() label = '';
  @state() private hasOther = false;

  static override styles = [
    base,
    controls,
    css`
      .line {
        display: flex;
        gap: 4px;
      }
      .line + .line {
        margin-top: 4px;
      }
      button {
        flex: none;
        display: grid;
        place-items: center;
        width: var(--rl-control);
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: var(--rl-muted);
        cursor: pointer;
      }
      button:hover {
        background: var(--rl-hover);
      }
    `,
  ];

  protected override render() {
    const own = locale();
    const others = languages.filter((language) => language !== own);
    return html`${this.renderLine(own, true)}
    ${this.hasOther ? others.map((other) => this.renderLine(other, false)) : nothing}`;
  }

  private renderLine(language: Locale, isOwn: boolean) {
    const name = t(`screens.language.${language}`);
    const text = isOwn ? textOf(this.value, this.texts) : this.other(language);
    return html`<div class="line">
      <input
        class="control"
        lang=${language}
        aria-label=${isOwn ? this.label : `${this.label} (${name})`}
        placeholder=${isOwn ? '' : name}
        .value=${text}
        @input=${(event: InputEvent) => this.write(language, (event.target as HTMLInputElement).value)}
      />
      ${
        isOwn
          ? html`<button
              type="button"
              aria-pressed=${this.hasOther}
              aria-label=${t('screens.otherLanguage')}
              title=${t('screens.otherLanguage')}
              @click=${() => (this.hasOther = !this.hasOther)}
            >
              <rl-icon name="globe"></rl-icon>
            </button>`
          : nothing
      }
    </div>`;
  }

  private other(language: Locale): string {
    return typeof this.value === 'object' ? (this.value[language] ?? '') : '';
  }

  private write(language: Locale, text: string): void {
    const before = typeof this.value === 'object' ? this.value : {};
    const { [language]: _gone, ...rest } = before;
    const next = text ? { ...rest, [language]: text } : rest;
    const value = Object.keys(next).length > 0 ? next : undefined;
    this.dispatchEvent(new CustomEvent('rl-words', { detail: { value } }));
  }
}
