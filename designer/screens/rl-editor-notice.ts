import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import type { Notice } from './notices.ts';

/** Lines above the canvas. Fires `rl-action` with `detail: {id}`. */
@customElement('rl-editor-notice')
export class RlEditorNotice extends LitElement {
  @property({ attribute: false }) notices: readonly Notice[] = [];

  static override styles = [
    base,
    buttons,
    css`
      .line {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 2px 12px;
        padding: 7px 16px;
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
      }
      .warn {
        background: var(--rl-warn-soft);
        color: var(--rl-warn-text);
      }
      .button.link {
        color: inherit;
        text-decoration: underline;
      }
      .narrow {
        display: none;
      }
      @media (max-width: 720px) {
        .narrow {
          display: flex;
        }
      }
    `,
  ];

  protected override render() {
    return html`<div role="status">${this.notices.map((notice) => this.renderNotice(notice))}</div>`;
  }

  private renderNotice({ isWarning, isForNarrow, text, actions }: Notice) {
    return html`<div class="line ${isWarning ? 'warn' : ''} ${isForNarrow ? 'narrow' : ''}">
      <span>${text}</span>
      ${actions.map(
        ({ id, label }) =>
          html`<button
            type="button"
            class="button link"
            @click=${() => this.dispatchEvent(new CustomEvent('rl-action', { detail: { id } }))}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }
}
