import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-icon.ts';

/** What the buttons work on. */
export interface CanvasTools {
  zoomBy(factor: number): void;
  fit(): void;
  undo?(): void;
  redo?(): void;
}

/** Undo, redo and zoom on a corner of the canvas. Fires `rl-tidy` and `rl-keys`. */
@customElement('rl-canvas-tools')
export class RlCanvasTools extends LitElement {
  @property({ attribute: false }) target: CanvasTools | undefined;
  @property({ type: Boolean }) editable = false;
  @property({ type: Boolean, attribute: 'can-undo' }) canUndo = false;
  @property({ type: Boolean, attribute: 'can-redo' }) canRedo = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: absolute;
        right: 12px;
        top: 12px;
        z-index: 5;
        display: flex;
        gap: 2px;
        padding: 2px;
        border-radius: var(--rl-radius-card);
        background: var(--rl-surface);
        box-shadow: var(--rl-shadow-float);
      }
    `,
  ];

  protected override render() {
    const { target } = this;
    return html`<div role="toolbar" aria-label=${t('designer.tools')}>
      ${
        this.editable
          ? html`${this.tool('undo-2', t('designer.undo'), () => target?.undo?.(), !this.canUndo)}
            ${this.tool('redo-2', t('designer.redo'), () => target?.redo?.(), !this.canRedo)}
            ${this.tool('wand-sparkles', t('designer.tidy'), () => this.fire('rl-tidy'))}`
          : nothing
      }
      ${this.tool('zoom-out', t('designer.zoomOut'), () => target?.zoomBy(0.8))}
      ${this.tool('zoom-in', t('designer.zoomIn'), () => target?.zoomBy(1.25))}
      ${this.tool('maximize', t('designer.fit'), () => target?.fit())}
      ${this.editable ? this.tool('keyboard', t('designer.keys'), () => this.fire('rl-keys')) : nothing}
    </div>`;
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  private tool(icon: string, label: string, run: () => void, isOff = false) {
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${label}
      title=${label}
      ?disabled=${isOff}
      @click=${run}
    >
      <rl-icon name=${icon}></rl-icon>
    </button>`;
  }
}
