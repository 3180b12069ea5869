import { ContextProvider } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { metaContext } from '../context/meta.ts';
import { ApiProblem, signedOut } from '../data/client.ts';
import { chosenLocale, locale, localeChanged, setLocale } from '../data/i18n.ts';
import { startLive, stopLive } from '../data/live.ts';
import { loadMeta, type Meta } from '../data/meta.ts';
import { rememberLocale } from '../data/session.ts';
import { base } from '../styles/base.ts';
import '../components/rl-problem.ts';
import '../components/rl-toasts.ts';
import './rl-banner.ts';
import { listenToLinks } from './router.ts';

/** Signed in or not, and with what to draw the screens: everything hangs below this. */
@customElement('rl-app')
export class RlApp extends LitElement {
  @state() private phase: 'loading' | 'sign-in' | 'ready' | 'problem' = 'loading';
  @state() private meta: Meta | undefined;
  @state() private error: unknown;
  private hasToldLocale = false;
  private loads = 0;
  private readonly provider = new ContextProvider(this, { context: metaContext });

  static override styles = [
    base,
    css`
      :host {
        display: block;
        height: 100dvh;
      }
      @media print {
        :host {
          height: auto;
        }
        rl-toasts,
        rl-banner {
          display: none;
        }
      }
      .wait {
        display: grid;
        place-items: center;
        height: 100%;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    listenToLinks();
    localeChanged.addEventListener('change', () => void this.load());
    signedOut.addEventListener('signed-out', () => void this.showSignIn());
    this.addEventListener('rl-meta-changed', () => void this.load());
    this.addEventListener('rl-signed-in', () => void this.load());
    // An invitation is for whoever opens it, also where somebody else is signed in.
    if (location.pathname.startsWith('/join/')) void this.showSignIn();
    else void this.load();
  }

  protected override render() {
    return html`<rl-banner></rl-banner>${this.renderPhase()}<rl-toasts></rl-toasts>`;
  }

  private renderPhase() {
    if (this.phase === 'problem')
      return html`<div class="wait">
        <rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>
      </div>`;
    if (this.phase === 'sign-in') return keyed(locale(), html`<rl-sign-in></rl-sign-in>`);
    if (this.phase === 'ready' && this.meta) return keyed(locale(), html`<rl-shell></rl-shell>`);
    return nothing;
  }

  private async load(): Promise<void> {
    this.requestUpdate();
    const own = ++this.loads;
    try {
      const [meta] = await Promise.all([loadMeta(), import('./rl-shell.ts')]);
      // Asked for in the language of before, and answered late.
      if (own !== this.loads) return;
      if (await this.hasOtherLanguage(meta)) return;
      this.meta = meta;
      this.provider.setValue(meta);
      this.phase = 'ready';
      startLive();
      this.requestUpdate();
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return;
      this.error = error;
      if (!this.meta) this.phase = 'problem';
    }
  }

  /** The device's choice is told to the server; without one the person's own language is taken. */
  private async hasOtherLanguage(meta: Meta): Promise<boolean> {
    const theirs = meta.actor.locale === 'zh-CN' ? 'zh-CN' : 'en';
    if (theirs === locale() || this.hasToldLocale) return false;
    this.hasToldLocale = true;
    if (chosenLocale()) await rememberLocale(locale()).then(() => this.load());
    else await setLocale(theirs);
    return true;
  }

  private async showSignIn(): Promise<void> {
    stopLive();
    this.hasToldLocale = false;
    await import('../screens/sign-in/rl-sign-in.ts');
    this.meta = undefined;
    this.phase = 'sign-in';
    this.requestUpdate();
  }
}
