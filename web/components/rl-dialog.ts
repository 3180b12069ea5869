import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-icon.ts';
import { sends, takeTyped } from './send-keys.ts';

/**
 * A modal dialog on the native element: focus stays inside, Escape closes, Enter in a line and Ctrl+Enter press the
 * primary button. Slots: default, `footer`.
 * Fires `rl-close` when it was closed by the person; set `open` to show it.
 */
@customElement('rl-dialog')
export class RlDialog extends LitElement {
  @property({ type: Boolean, reflect: true }) open = false;
  @property() heading = '';
  @property({ reflect: true }) size: 'small' | 'medium' | 'large' = 'medium';
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    buttons,
    css`
      dialog {
        width: min(520px, calc(100vw - 24px));
        max-height: min(86dvh, 900px);
        padding: 0;
        border: 0;
        border-radius: 10px;
        background: var(--rl-surface);
        color: inherit;
        box-shadow: var(--rl-shadow-float);
        overflow: hidden;
        flex-direction: column;
      }
      dialog[open] {
        display: flex;
      }
      :host([size='small']) dialog {
        width: min(400px, calc(100vw - 24px));
      }
      :host([size='large']) dialog {
        width: min(840px, calc(100vw - 24px));
      }
      dialog::backdrop {
        background: var(--rl-backdrop);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 12px 12px 4px 20px;
      }
      h2 {
        font-size: 15px;
        line-height: 24px;
      }
      .body {
        padding: 8px 20px 20px;
        overflow: auto;
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        padding: 12px 20px;
        border-top: 1px solid var(--rl-line);
      }
      @media (max-width: 720px) {
        dialog {
          width: 100vw !important;
          max-width: 100vw;
          max-height: 92dvh;
          margin: auto 0 0;
          border-radius: 12px 12px 0 0;
        }
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      void this.focusFirst();
    }
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  protected override render() {
    return html`<dialog
      aria-label=${this.heading}
      @cancel=${this.onCancel}
      @close=${this.onClose}
      @click=${this.onBackdrop}
      @keydown=${this.onKey}
    >
      ${
        this.open
          ? html`<header>
                <h2 class="grow truncate">${this.heading}</h2>
                <button
                  type="button"
                  class="button ghost square"
                  aria-label=${t('action.close')}
                  title=${t('action.close')}
                  @click=${this.requestClose}
                >
                  <rl-icon name="x"></rl-icon>
                </button>
              </header>
              <div class="body"><slot></slot></div>
              ${this.querySelector(':scope > [slot=footer]') ? html`<footer><slot name="footer"></slot></footer>` : nothing}`
          : nothing
      }
    </dialog>`;
  }

  /** The first thing to fill in, rather than the button that closes. */
  private async focusFirst(): Promise<void> {
    await this.updateComplete;
    // Elements of ours draw their controls one task later.
    requestAnimationFrame(() => {
      const inside = [...this.querySelectorAll<HTMLElement>('*')];
      (inside.find(takesWords) ?? inside.find((element) => element.slot === 'footer'))?.focus();
    });
  }

  private requestClose(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent('rl-close', { bubbles: true, composed: true }));
  }

  private onKey(event: KeyboardEvent): void {
    if (!sends(event)) return;
    const isOnlyEnter = !event.ctrlKey && !event.metaKey;
    // A form sends itself.
    if (isOnlyEnter && event.composedPath().some((at) => at instanceof HTMLFormElement)) return;
    const buttons = [...this.querySelectorAll<HTMLElement>(':scope > [slot=footer]')];
    const primary = buttons.find((button) => button.matches('.primary, [variant=primary]'));
    if (!primary) return;
    event.stopPropagation();
    event.preventDefault();
    takeTyped(event);
    // What was typed last may be what the button waited for: it is drawn by then.
    setTimeout(() => primary.matches('[disabled]') || primary.click());
  }

  private onCancel(event: Event): void {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.requestClose();
  }

  private onClose(event: Event): void {
    if (event.target === this.dialog && this.open) this.requestClose();
  }

  private onBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog && event.detail > 0) {
      const box = this.dialog.getBoundingClientRect();
      const isInside =
        event.clientX >= box.left &&
        event.clientX <= box.right &&
        event.clientY >= box.top &&
        event.clientY <= box.bottom;
      if (!isInside) this.requestClose();
    }
  }
}

/** A control, or an element of ours that hands the focus to its own. */
const takesWords = (element: HTMLElement): boolean =>
  element.matches(
    'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), rl-record-form, rl-work-form',
  ) ||
  (element.slot !== 'footer' && element.shadowRoot?.delegatesFocus === true);
