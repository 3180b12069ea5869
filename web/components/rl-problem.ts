import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ApiProblem } from '../data/client.ts';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-icon.ts';

/** A failure as a sentence, with "Try again" when `retry` is set. Fires `rl-retry`. */
@customElement('rl-problem')
export class RlProblem extends LitElement {
  @property({ attribute: false }) error: unknown;
  @property({ type: Boolean }) retry = true;
  @property({ type: Boolean, reflect: true }) inline = false;

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
      rl-icon {
        color: var(--rl-bad);
      }
      p {
        max-width: 60ch;
      }
      :host([inline]) p {
        flex: 1;
      }
    `,
  ];

  protected override render() {
    return html`<rl-icon name="circle-alert"></rl-icon>
      <p role="alert">${sentenceOf(this.error)}</p>
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

/** Where there is no form to mark, what is wrong says more than that something is. */
function sentenceOf(error: unknown): string {
  const wrong =
    error instanceof ApiProblem && error.code === 'validation' ? error.errors[0]?.message : undefined;
  return wrong ?? (error instanceof Error ? error.message : String(error ?? ''));
}
