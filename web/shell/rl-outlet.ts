import { consume } from '@lit/context';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { metaContext } from '../context/meta.ts';
import { t } from '../data/i18n.ts';
import type { Meta } from '../data/meta.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import '../components/rl-bar.ts';
import '../components/rl-empty.ts';
import '../components/rl-problem.ts';
import '../components/rl-skeleton.ts';
import { screenOf } from './screens.ts';
import type { Route } from './router.ts';

/** Shows the screen of a route, loading its code when it is first met. The one shown stays until the next is there. */
@customElement('rl-outlet')
export class RlOutlet extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) route: Route = { name: 'home' };
  /** Whether the reader came from another screen of the app. */
  @property({ type: Boolean }) takesFocus = false;
  @state() private shown: { key: string; template: TemplateResult } | undefined;
  @state() private error: unknown;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      :host > * {
        flex: 1;
        min-height: 0;
      }
      :host > rl-bar {
        flex: none;
      }
      rl-problem {
        align-content: center;
      }
      rl-skeleton {
        padding: 8px 16px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('route') || changed.has('meta')) void this.show();
  }

  protected override render() {
    if (this.error)
      return html`<rl-bar heading=""></rl-bar
        ><rl-problem .error=${this.error} @rl-retry=${() => location.reload()}></rl-problem>`;
    if (!this.shown) return html`<rl-bar heading=""></rl-bar><rl-skeleton rows="8"></rl-skeleton>`;
    return keyed(this.shown.key, this.shown.template);
  }

  private async show(): Promise<void> {
    const { route, meta } = this;
    const screen = screenOf(route, meta);
    try {
      await screen.load();
      if (route !== this.route) return;
      this.error = undefined;
      this.shown = { key: screen.key, template: screen.render() };
      if (this.takesFocus) await this.takeFocus();
    } catch (error) {
      // A new version of the app replaced the files of this one: loading the page brings the new.
      this.error = new Error(t('problem.screenFailed'), { cause: error });
    }
  }

  /** Who came here by keyboard goes on in the screen, not at the top of the navigation; a screen may have taken it. */
  private async takeFocus(): Promise<void> {
    await this.updateComplete;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!this.matches(':focus-within')) this.closest('main')?.focus({ preventScroll: true });
      }),
    );
  }
}
