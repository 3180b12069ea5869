import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { toasts, type Toast } from './toast.ts';
import './rl-icon.ts';

const shortTime = 4000;
const longTime = 8000;

/** Where toasts appear; there is one, in the shell. */
@customElement('rl-toasts')
export class RlToasts extends LitElement {
  @state() private items: Toast[] = [];

  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: fixed;
        /* A panel or a bar at that side moves them out of the way of its buttons. */
        right: var(--rl-toast-right, 16px);
        bottom: var(--rl-toast-bottom, 16px);
        z-index: 50;
        display: grid;
        gap: 8px;
        justify-items: end;
        pointer-events: none;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: 8px;
        max-width: min(420px, calc(100vw - 32px));
        min-height: 36px;
        padding: 6px 6px 6px 12px;
        border-radius: 8px;
        background: var(--rl-surface);
        box-shadow: var(--rl-shadow-float);
        pointer-events: auto;
        animation: rl-arrive 500ms;
      }
      /* It may come to stand under a pointer that is clicking. */
      @keyframes rl-arrive {
        from,
        to {
          pointer-events: none;
        }
      }
      .toast > rl-icon {
        color: var(--rl-good);
      }
      .problem > rl-icon {
        color: var(--rl-bad);
      }
      @media (max-width: 720px) {
        :host {
          left: 12px;
          right: 12px;
          bottom: calc(48px + var(--rl-toast-bottom, 16px) + env(safe-area-inset-bottom));
          justify-items: center;
        }
      }
    `,
  ];

  private readonly onToast = (event: Event): void => {
    const toast = (event as CustomEvent<Toast>).detail; // only showToast dispatches here
    this.items = [...this.items.slice(-2), toast];
    setTimeout(() => this.drop(toast.id), toast.action || toast.kind === 'problem' ? longTime : shortTime);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    toasts.addEventListener('toast', this.onToast);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    toasts.removeEventListener('toast', this.onToast);
  }

  protected override render() {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.items,
        (toast) => toast.id,
        (toast) =>
          html`<div class="toast ${toast.kind}">
            <rl-icon name=${toast.kind === 'problem' ? 'circle-alert' : 'circle-check'}></rl-icon>
            <span class="grow">${toast.text}</span>
            ${
              toast.action
                ? html`<button type="button" class="button ghost" @click=${() => this.act(toast)}>
                    ${toast.action.label}
                  </button>`
                : nothing
            }
            <button
              type="button"
              class="button ghost square"
              aria-label=${t('action.close')}
              @click=${() => this.drop(toast.id)}
            >
              <rl-icon name="x"></rl-icon>
            </button>
          </div>`,
      )}
    </div>`;
  }

  private act(toast: Toast): void {
    this.drop(toast.id);
    void toast.action?.run();
  }

  private drop(id: number): void {
    this.items = this.items.filter((toast) => toast.id !== id);
  }
}
