import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, t } from '../../../../web/index.ts';
import { counted, type SocialAccount } from './social-data.ts';
import { socialStyles } from './social-styles.ts';

/** A post as it will look at an account; what is too long stands out. */
@customElement('campaigns-social-preview')
export class CampaignsSocialPreview extends LitElement {
  @property({ attribute: false }) account!: SocialAccount;
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) link = '';
  @property({ attribute: false }) picture: { href: string; words: string } | null = null;

  static override styles = [base, socialStyles];

  protected override render() {
    const { whole, isOver, words } = counted(this.text, this.link, this.account);
    const { name, network } = this.account;
    return html`<article class="paper" aria-label=${t('social.previewOf', { name })}>
      <header>
        <rl-avatar name=${name}></rl-avatar>
        <div>
          <div class="truncate"><strong>${name}</strong></div>
          <div class="network truncate">${network}</div>
        </div>
        <span class="count ${isOver ? 'over' : ''}">${words}</span>
      </header>
      ${whole ? this.renderText(whole, isOver) : html`<p class="network">${t('social.nothing')}</p>`}
      ${this.picture ? html`<img src=${this.picture.href} alt=${this.picture.words} />` : nothing}
    </article>`;
  }

  private renderText(whole: string, isOver: boolean) {
    const pieces = whole
      .split(/(https?:\/\/\S+)/)
      .map((piece, index) => (index % 2 === 1 ? html`<span class="link">${piece}</span>` : piece));
    const { limits } = this.account;
    // Links that count as fewer signs than they have leave no place in the text where it becomes too long.
    if (!isOver || limits?.linkCharacters !== undefined) return html`<p>${pieces}</p>`;
    const signs = [...new Intl.Segmenter().segment(whole)].map(({ segment }) => segment);
    const most = limits?.characters ?? 0;
    return html`<p>${signs.slice(0, most).join('')}<mark>${signs.slice(most).join('')}</mark></p>`;
  }
}
