import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { putBeginAway, readBegin, type Beginning } from '../../data/begin.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { setPreference } from '../../data/preferences.ts';
import { navigate } from '../../shell/router.ts';
import { homePath } from '../../shell/home-path.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import { showProblem } from '../../components/toast.ts';

/** Where to begin in a new company: what to do first, what of it is done, and the way past it. */
@customElement('rl-begin-page')
export class RlBeginPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private beginning: Beginning | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .page {
        max-width: 640px;
        margin: 0 auto;
        padding: 24px 16px 48px;
      }
      .lead {
        color: var(--rl-muted);
        margin-bottom: 16px;
      }
      li a {
        display: grid;
        grid-template-columns: 20px 1fr 20px;
        gap: 2px 12px;
        align-items: start;
        padding: 12px 8px;
        border-bottom: 1px solid var(--rl-line);
      }
      li a:hover {
        background: var(--rl-hover);
      }
      li:first-child a {
        border-top: 1px solid var(--rl-line);
      }
      li rl-icon {
        margin-top: 2px;
        color: var(--rl-muted);
      }
      li h2 {
        font-weight: 500;
      }
      li p {
        grid-column: 2;
        color: var(--rl-muted);
      }
      li.done h2 {
        color: var(--rl-muted);
        font-weight: 400;
      }
      li.done .state {
        color: var(--rl-good);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 20px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void readBegin().then((beginning) => (this.beginning = beginning), showProblem);
  }

  protected override render() {
    return html`<rl-bar heading=${t('nav.begin')}></rl-bar>
      ${this.beginning ? this.renderSteps(this.beginning) : nothing}`;
  }

  private renderSteps({ isOpen, items }: Beginning) {
    const home = homePath(this.meta);
    if (!isOpen)
      return html`<rl-empty icon="circle-check" heading=${t('begin.over')} text=${t('begin.overText')}>
        <a class="button primary" href=${home}>${t('begin.skip')}</a>
      </rl-empty>`;
    return html`<div class="page">
      <p class="lead">${t('begin.lead')}</p>
      <ul>
        ${items.map(
          ({ id, icon, href, title, help, isDone }) =>
            html`<li class=${isDone ? 'done' : ''}>
              <a href=${href} @click=${() => void setPreference(id, true)}>
                <rl-icon name=${icon}></rl-icon>
                <h2>${title}</h2>
                <rl-icon
                  class="state"
                  name=${isDone ? 'circle-check' : 'chevron-right'}
                  label=${isDone ? t('begin.done') : ''}
                ></rl-icon>
                <p>${help}</p>
              </a>
            </li>`,
        )}
      </ul>
      <div class="foot">
        <a class="button" href=${home}>${t('begin.skip')}</a>
        <button type="button" class="button ghost" @click=${this.hide}>${t('begin.hide')}</button>
      </div>
    </div>`;
  }

  private async hide(): Promise<void> {
    try {
      await putBeginAway();
      navigate(homePath(this.meta), { isReplacing: true });
    } catch (error) {
      showProblem(error);
    }
  }
}
