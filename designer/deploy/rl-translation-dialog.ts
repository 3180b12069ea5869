import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import type { Translations } from '../data/flows.ts';

/** What a file of another tool said, and what became of it. Fires `rl-close`. */
@customElement('rl-translation-dialog')
export class RlTranslationDialog extends LitElement {
  @property({ attribute: false }) translated: Translations | undefined;

  static override styles = [
    base,
    css`
      section + section {
        margin-top: 16px;
      }
      h3 {
        margin: 0 0 6px;
        font-size: inherit;
      }
      .warn {
        color: var(--rl-warn-text);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        max-height: 32vh;
        overflow-y: auto;
      }
      li {
        padding: 6px 0;
        border-top: 1px solid var(--rl-line);
        font-size: var(--rl-size-small);
        overflow-wrap: anywhere;
      }
      code {
        font-family: var(--rl-mono);
      }
    `,
  ];

  protected override render() {
    const { translations = [], untranslated = [] } = this.translated ?? {};
    return html`<rl-dialog ?open=${this.translated !== undefined} heading=${t('designer.translated')}>
      ${
        untranslated.length > 0
          ? html`<section>
              <h3 class="warn">${t('designer.translated.not', { count: untranslated.length })}</h3>
              <ul>
                ${untranslated.map((each) => this.renderLine(each))}
              </ul>
            </section>`
          : nothing
      }
      ${
        translations.length > 0
          ? html`<section>
              <h3>${t('designer.translated.done', { count: translations.length })}</h3>
              <ul>
                ${translations.map((each) => this.renderLine(each))}
              </ul>
            </section>`
          : nothing
      }
      <rl-button slot="footer" variant="primary" @click=${this.close}
        >${t('designer.translated.close')}</rl-button
      >
    </rl-dialog>`;
  }

  private renderLine({ element, from, to }: { element: string | null; from: string; to?: string }) {
    return html`<li>
      ${element ? html`<span class="muted">${element}</span> ` : nothing}<code>${from}</code>
      ${to === undefined ? nothing : html`→ ${to ? html`<code>${to}</code>` : t('designer.translated.needless')}`}
    </li>`;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rl-translation-dialog': RlTranslationDialog;
  }
}
