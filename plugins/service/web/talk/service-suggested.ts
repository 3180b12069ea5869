import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, t } from '../../../../web/index.ts';
import { suggestedArticles, type Article } from './talk-data.ts';
import { composerStyles } from './talk-styles.ts';
import './texts.ts';

/** Articles that may answer a request. Fires `service-insert` with `detail.words`. */
@customElement('service-suggested')
export class ServiceSuggested extends LitElement {
  @property() ticket = '';
  @state() private articles: Article[] = [];

  static override styles = [base, buttons, composerStyles];

  protected override render() {
    if (this.articles.length === 0) return nothing;
    return html`<ul class="articles" aria-label=${t('service.web.compose.articles')}>
      ${this.articles.map(
        ({ title, summary, url }) =>
          html`<li>
            <rl-icon name="book-open"></rl-icon>
            <a class="truncate grow" href=${url} target="_blank" rel="noopener" title=${summary}>${title}</a>
            <button
              type="button"
              class="button link"
              @click=${() =>
                this.dispatchEvent(
                  new CustomEvent('service-insert', { detail: { words: `${title}: ${url}\n` } }),
                )}
            >
              ${t('service.web.compose.insert')}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  protected override firstUpdated(): void {
    // Without suggestions one answers all the same.
    suggestedArticles(this.ticket).then(
      (found) => (this.articles = found),
      () => {},
    );
  }
}
