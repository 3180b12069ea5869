import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-button.ts';
import type { Instance } from '../data/instances.ts';

/** The element chosen in the diagram, and which token may be moved there. Fires `rl-move` with `detail: {token, from}`. */
@customElement('rl-move-here')
export class RlMoveHere extends LitElement {
  /** The element's name, or its id. */
  @property() name = '';
  @property() element = '';
  @property({ attribute: false }) tokens: Instance['tokens'] = [];
  @property({ attribute: false }) nameOf: (element: string) => string = (element) => element;
  @property({ type: Boolean }) busy = false;

  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        bottom: 48px;
        left: 50%;
        z-index: 3;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        width: max-content;
        max-width: calc(100% - 24px);
        padding: 4px 4px 4px 12px;
        border-radius: 10px;
        background: var(--rl-surface);
        box-shadow: var(--rl-shadow-float);
        translate: -50% 0;
      }
      b {
        font-weight: 500;
      }
    `,
  ];

  protected override render() {
    const movable = this.tokens.filter((token) => token.id !== undefined && token.element !== this.element);
    if (movable.length === 0) return nothing;
    return html`<b class="truncate">${this.name}</b>
      ${movable
        .slice(0, 4)
        .map(
          ({ id, element }) =>
            html`<rl-button icon="arrow-right" ?disabled=${this.busy} @click=${() => this.move(id!, element)}
              >${
                movable.length === 1
                  ? t('designer.move.here')
                  : t('designer.move.from', { name: this.nameOf(element) || element })
              }</rl-button
            >`,
        )}
      <rl-button
        variant="ghost"
        square
        icon="x"
        label=${t('designer.move.leave')}
        @click=${() => this.dispatchEvent(new CustomEvent('rl-leave'))}
      ></rl-button>`;
  }

  private move(token: number, from: string): void {
    this.dispatchEvent(new CustomEvent('rl-move', { detail: { token, from } }));
  }
}
