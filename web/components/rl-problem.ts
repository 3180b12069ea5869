import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ApiProblem, isWithheld } from '../data/client.ts';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-icon.ts';

/**
 * A failure as a sentence, with "Try again" when `retry` is set; the slot leads to where it can be mended. What is not for
 * this reader is said calmly, without either. Fires `rl-retry`.
 */
@customElement('rl-problem')
export class RlProblem extends LitElement {
  @property({ attribute: false }) error: unknown;
  @property({ type: Boolean }) retry = true;
  @property({ type: Boolean, reflect: true }) inline = false;
  /** It is not for this reader; what the server says to that is known without it. */
  @property({ type: Boolean }) withheld = false;
  @property({ type: Boolean, reflect: true }) private calm = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 48px 24px;
        text-align: center;
      }
      :host([inline]) {
        display: flex;
        align-items: center;
        padding: 8px 12px;
        border-radius: var(--rl-radius);
        background: var(--rl-bad-soft);
        color: var(--rl-bad-text);
        text-align: left;
      }
      :host([inline][calm]) {
        background: var(--rl-sunken);
        color: var(--rl-muted);
      }
      rl-icon {
        color: var(--rl-bad);
      }
      :host([calm]) rl-icon {
        color: inherit;
      }
      p {
        max-width: 60ch;
      }
      :host([inline]) div {
        flex: 1;
      }
      ul {
        margin: 4px 0 0;
        padding-left: 18px;
        text-align: left;
      }
    `,
  ];

  protected override willUpdate(): void {
    this.calm = this.withheld || isWithheld(this.error);
  }

  protected override render() {
    const { sentence, wrong } = problemLines(this.error);
    if (this.calm)
      return html`<rl-icon name="lock"></rl-icon>
        <p>${sentence}</p>
        ${this.inline ? nothing : html`<slot></slot>`}`;
    return html`<rl-icon name="circle-alert"></rl-icon>
      <div role="alert">
        <p>${sentence}</p>
        ${
          wrong.length > 0
            ? html`<ul>
                ${wrong.map((one) => html`<li>${one}</li>`)}
              </ul>`
            : nothing
        }
      </div>
      <slot></slot>
      ${
        this.retry
          ? html`<button type="button" class="button" @click=${this.onRetry}>${t('action.retry')}</button>`
          : nothing
      }`;
  }

  private onRetry(): void {
    this.dispatchEvent(new CustomEvent('rl-retry', { bubbles: true, composed: true }));
  }
}

const most = 5;

/** Where there is no form to mark, each thing that is wrong says more than that something is. */
export function problemLines(error: unknown): { sentence: string; wrong: string[] } {
  const sentence = error instanceof Error ? error.message : String(error ?? '');
  const errors = error instanceof ApiProblem ? error.errors : [];
  const wrong = [...new Set(errors.flatMap(({ message }) => message ?? []))].slice(0, most);
  const [only] = wrong;
  const isSaidByThem = error instanceof ApiProblem && error.code === 'validation';
  return isSaidByThem && only && wrong.length === 1 ? { sentence: only, wrong: [] } : { sentence, wrong };
}
