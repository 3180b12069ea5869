import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
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
    const text = this.error instanceof Error ? this.error.message : String(this.error ?? '');
    return html`<rl-icon name="circle-alert"></rl-icon>
      <p role="alert">${text}</p>
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
