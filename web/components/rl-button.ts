import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-icon.ts';

/**
 * A button. `variant`: `default`, `primary`, `ghost` or `danger`. With `icon` and `label` but no content it
 * is a square icon button whose label is read out and shown on hover. Clicks are native clicks.
 */
@customElement('rl-button')
export class RlButton extends LitElement {
  @property() variant: 'default' | 'primary' | 'ghost' | 'danger' = 'default';
  @property() icon = '';
  @property() label = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean }) loading = false;
  @property({ type: Boolean }) square = false;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-flex;
      }
      :host([disabled]) {
        pointer-events: none;
      }
      .button {
        flex: 1;
      }
    `,
  ];

  protected override render() {
    return html`<button
      type="button"
      class="button ${this.variant} ${this.square ? 'square' : ''}"
      ?disabled=${this.disabled}
      aria-disabled=${this.loading || nothing}
      aria-label=${this.label || nothing}
      title=${this.label || nothing}
      aria-busy=${this.loading}
      @click=${this.hold}
    >
      ${this.icon ? html`<rl-icon name=${this.icon}></rl-icon>` : nothing}<slot></slot>
    </button>`;
  }

  /** While it works it keeps the keyboard, which a disabled button would lose, and takes no second click. */
  private hold(event: MouseEvent): void {
    if (this.loading) event.stopImmediatePropagation();
  }
}
