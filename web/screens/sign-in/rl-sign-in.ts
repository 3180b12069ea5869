import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiProblem } from '../../data/client.ts';
import { locale, setLocale, t } from '../../data/i18n.ts';
import { acceptInvitation, readInvitation } from '../../data/people.ts';
import { isSetupNeeded, rememberLocale, setUp, signIn } from '../../data/session.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { usualCurrency } from './usual-currency.ts';

/** E-mail and password; on a new installation its first administrator. Fires `rl-signed-in`. */
@customElement('rl-sign-in')
export class RlSignIn extends LitElement {
  @state() private problem = '';
  /** Names of the inputs whose values were not accepted. */
  @state() private wrong: readonly string[] = [];
  @state() private isBusy = false;
  @state() private isSetup = false;
  /** Chosen for the company; empty until somebody chooses. */
  @state() private currency = '';
  /** Whom the link in the address invites. */
  @state() private invited: { name: string; email: string; company: string } | undefined;
  private readonly token = /^\/join\/([^/]+)$/.exec(location.pathname)?.[1];

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
    if (this.token) void this.readLink(this.token);
    else void isSetupNeeded().then((isNeeded) => this.begin(isNeeded));
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render() {
    return html`<form @submit=${this.submit}>
        <header>
          <img src="/mark.svg" alt="" />
          <h1>${this.heading()}</h1>
          ${this.invited ? html`<p class="muted">${t('join.text', { email: this.invited.email })}</p>` : nothing}
          ${this.isSetup ? html`<p class="muted">${t('setup.text')}</p>` : nothing}
        </header>
        ${
          this.isSetup
            ? html`${this.renderInput('token', t('setup.token'))}
              ${this.renderInput('company', t('setup.company'), { autocomplete: 'organization' })}
              ${this.renderInput('name', t('people.name'), { autocomplete: 'name' })}`
            : nothing
        }
        ${
          this.invited
            ? html`<input type="hidden" name="email" autocomplete="username" .value=${this.invited.email} />`
            : this.renderInput('email', t('signIn.email'), { type: 'email', autocomplete: 'username' })
        }
        ${this.renderInput(
          'password',
          t(this.isSetup || this.invited ? 'join.password' : 'signIn.password'),
          {
            type: 'password',
            autocomplete: this.isSetup || this.invited ? 'new-password' : 'current-password',
          },
        )}
        ${this.isSetup ? this.renderCurrency() : nothing}
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        <button class="button primary" ?disabled=${this.isBusy}>
          ${t(this.invited ? 'join.submit' : this.isSetup ? 'setup.submit' : 'signIn.submit')}
        </button>
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

  /** With the field that comes first then. */
  private async begin(isSetup: boolean): Promise<void> {
    this.isSetup = isSetup;
    await this.updateComplete;
    if (isSetup) this.renderRoot.querySelector('input')?.focus();
  }

  private heading(): string {
    if (this.invited) return t('join.title', { name: this.invited.name, company: this.invited.company });
    return t(this.isSetup ? 'setup.title' : 'signIn.title');
  }

  private async readLink(token: string): Promise<void> {
    try {
      this.invited = await readInvitation(token);
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  private renderInput(name: string, label: string, { type = 'text', autocomplete = 'off' } = {}) {
    const isWrong = this.wrong.includes(name);
    return html`<div class="field">
      <label class="field-label" for=${name}>${label}</label>
      <input
        class="control"
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        ?required=${name !== 'company'}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `wrong-${name}` : nothing}
      />
      ${isWrong ? html`<p class="field-error" id="wrong-${name}" role="alert">${t(`signIn.wrong.${name}`)}</p>` : nothing}
    </div>`;
  }

  private renderCurrency() {
    const names = new Intl.DisplayNames(locale(), { type: 'currency' });
    const currency = this.currency || usualCurrency(locale(), zone());
    return html`<div class="field">
        <label class="field-label" for="currency">${t('company.currency')}</label>
        <select
          class="control"
          id="currency"
          name="currency"
          @change=${(event: Event) => (this.currency = (event.target as HTMLSelectElement).value)}
        >
          ${Intl.supportedValuesOf('currency').map(
            (each) =>
              html`<option value=${each} ?selected=${each === currency}>
                ${each} · ${names.of(each) ?? each}
              </option>`,
          )}
        </select>
      </div>
      <p class="muted">${t('setup.zone', { zone: zone() })}</p>`;
  }

  private async choose(wanted: 'en' | 'zh-CN'): Promise<void> {
    await setLocale(wanted, { isChosen: true });
    this.problem = '';
    this.wrong = [];
    this.requestUpdate();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // The listener sits on the form.
    const data = new FormData(event.target as HTMLFormElement);
    this.isBusy = true;
    this.problem = '';
    this.wrong = [];
    try {
      const text = (name: string): string => String(data.get(name) ?? '').trim();
      const [email, password] = [text('email'), String(data.get('password'))];
      if (this.isSetup) {
        const named = text('company') ? { name: text('company') } : {};
        const company = { ...named, currency: text('currency'), timeZone: zone() };
        await setUp({ token: text('token'), name: text('name'), email, password, company });
      }
      if (this.invited) await acceptInvitation(this.token!, password);
      await signIn(email, password);
      // Who begins goes on in the language that they began in.
      if (this.isSetup || this.invited) await rememberLocale(locale());
      if (this.token) history.replaceState(null, '', '/');
      this.dispatchEvent(new CustomEvent('rl-signed-in', { bubbles: true, composed: true }));
    } catch (error) {
      await this.refuse(error);
    } finally {
      this.isBusy = false;
    }
  }

  /** Said at the inputs where the server names them, with the keyboard on the first; else below all. */
  private async refuse(error: unknown): Promise<void> {
    const named = error instanceof ApiProblem ? error.errors.map(({ pointer }) => pointer.slice(1)) : [];
    if (error instanceof ApiProblem && error.code === 'setup-token') named.push('token');
    this.wrong = named.filter((name) => said.includes(name));
    if (this.wrong.length === 0 || this.wrong.length < named.length)
      this.problem = error instanceof Error ? error.message : String(error);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }
}

/** Inputs with a sentence of their own. */
const said = ['token', 'name', 'email', 'password'];

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
