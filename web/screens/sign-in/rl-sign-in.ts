import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { locale, setLocale, t } from '../../data/i18n.ts';
import { signIn } from '../../data/session.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';

/** E-mail and password. Fires `rl-signed-in`. */
@customElement('rl-sign-in')
export class RlSignIn extends LitElement {
  @state() private problem = '';
  @state() private isBusy = false;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: grid;
        grid-template-rows: 1fr auto;
        justify-items: center;
        min-height: 100dvh;
        padding: 24px;
        background: var(--rl-page);
      }
      form {
        display: grid;
        align-self: center;
        gap: 16px;
        width: min(320px, 100%);
        --rl-control: 34px;
      }
      header {
        display: grid;
        gap: 12px;
        margin-bottom: 8px;
      }
      img {
        width: 32px;
        height: 32px;
      }
      h1 {
        font-size: 18px;
        line-height: 24px;
      }
      .problem {
        padding: 8px 12px;
        border-radius: var(--rl-radius);
        background: var(--rl-bad-soft);
        color: var(--rl-bad-text);
      }
      .primary {
        width: 100%;
      }
      footer {
        display: flex;
        gap: 4px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    document.title = 'Relata';
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render() {
    return html`<form @submit=${this.submit}>
        <header>
          <img src="/mark.svg" alt="" />
          <h1>${t('signIn.title')}</h1>
        </header>
        <label class="field">
          <span class="field-label">${t('signIn.email')}</span>
          <input class="control" name="email" type="email" autocomplete="username" required />
        </label>
        <label class="field">
          <span class="field-label">${t('signIn.password')}</span>
          <input class="control" name="password" type="password" autocomplete="current-password" required />
        </label>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        <button class="button primary" ?disabled=${this.isBusy}>${t('signIn.submit')}</button>
      </form>
      <footer>
        ${(['en', 'zh-CN'] as const).map(
          (each) =>
            html`<button
              type="button"
              class="button ghost"
              lang=${each}
              aria-pressed=${each === locale()}
              @click=${() => this.choose(each)}
            >
              ${each === 'en' ? 'English' : '简体中文'}
            </button>`,
        )}
      </footer>`;
  }

  private async choose(wanted: 'en' | 'zh-CN'): Promise<void> {
    await setLocale(wanted, { isChosen: true });
    this.problem = '';
    this.requestUpdate();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // The listener sits on the form.
    const data = new FormData(event.target as HTMLFormElement);
    this.isBusy = true;
    this.problem = '';
    try {
      await signIn(String(data.get('email')).trim(), String(data.get('password')));
      this.dispatchEvent(new CustomEvent('rl-signed-in', { bubbles: true, composed: true }));
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.isBusy = false;
    }
  }
}
