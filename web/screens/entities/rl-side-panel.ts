import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isInPopup, sends, takeTyped } from '../../components/send-keys.ts';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';

/**
 * A panel at the side of the page, below its bar; over all of it on a phone. Slots: default, `foot`. Fires
 * `rl-close`, and `rl-submit` for Enter in a line of text and for Ctrl-Enter anywhere.
 */
@customElement('rl-side-panel')
export class RlSidePanel extends LitElement {
  @property() heading = '';
  private opener: Element | null = null;

  static override styles = [
    base,
    buttons,
    css`
      section {
        position: fixed;
        inset: var(--rl-bar) 0 0 auto;
        z-index: 20;
        display: flex;
        flex-direction: column;
        width: min(440px, 100vw);
        background: var(--rl-surface);
        box-shadow: var(--rl-shadow-float);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 10px 8px 6px 16px;
      }
      h2 {
        font-size: 15px;
        line-height: 24px;
      }
      .body {
        flex: 1;
        min-height: 0;
        padding: 6px 16px 16px;
        overflow: auto;
      }
      @media (max-width: 720px) {
        section {
          inset: 0;
          width: 100vw;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.opener = deepest(document.activeElement);
    document.documentElement.style.setProperty('--rl-toast-right', '456px');
    // The controls of the content are drawn one task later.
    requestAnimationFrame(() => requestAnimationFrame(() => this.focusFirst()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.documentElement.style.removeProperty('--rl-toast-right');
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus();
  }

  protected override render() {
    return html`<section role="dialog" aria-label=${this.heading} @keydown=${this.onKey}>
      <header>
        <h2 class="grow truncate">${this.heading}</h2>
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('action.close')}
          title=${t('action.close')}
          @click=${this.close}
        >
          <rl-icon name="x"></rl-icon>
        </button>
      </header>
      <div class="body" tabindex="-1"><slot></slot></div>
      <slot name="foot"></slot>
    </section>`;
  }

  private focusFirst(): void {
    const first = this.querySelector<HTMLElement>(
      'input, select, textarea, rl-local-text, rl-condition-rows, rl-expression-field',
    );
    (first ?? this.renderRoot.querySelector<HTMLElement>('.body'))?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && !isInPopup(event)) {
      event.stopPropagation();
      this.close();
    } else if (sends(event)) {
      takeTyped(event);
      this.dispatchEvent(new CustomEvent('rl-submit'));
    }
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}

function deepest(element: Element | null): Element | null {
  let at = element;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
