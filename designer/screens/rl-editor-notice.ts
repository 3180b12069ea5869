import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import type { OpenFlow } from './open-flow.ts';

/** What is special about the diagram shown: an older version, or a draft found again. Fires `rl-action`. */
@customElement('rl-editor-notice')
export class RlEditorNotice extends LitElement {
  @property({ attribute: false }) flow!: OpenFlow;

  static override styles = [
    base,
    buttons,
    css`
      div {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px 12px;
        padding: 8px 16px;
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
    const { flow } = this;
    if (flow.isReadOnly && flow.base === flow.latest) {
      return html`<div role="status">${t('designer.notAllowed')}</div>`;
    }
    if (flow.isReadOnly) {
      return html`<div role="status">
        <span>${t('designer.older', { version: flow.base, latest: flow.latest })}</span>
        ${this.button('take', t('designer.older.use'))} ${this.button('leave', t('designer.older.leave'))}
      </div>`;
    }
    const narrow = html`<div class="narrow">${t('designer.narrow')}</div>`;
    if (!flow.draft || flow.latest === 0) return narrow;
    const isBehind = flow.draft.base !== flow.latest;
    const key = isBehind ? 'designer.draft.behind' : 'designer.draft.restored';
    return html`${narrow}
      <div class=${isBehind ? 'warn' : ''} role="status">
        <span>${t(key, { base: flow.draft.base, latest: flow.latest })}</span>
        ${this.button('discard', t('designer.draft.discard', { latest: flow.latest }))}
      </div>`;
  }

  private button(id: string, label: string) {
    return html`<button
      type="button"
      class="button link"
      @click=${() => this.dispatchEvent(new CustomEvent('rl-action', { detail: { id } }))}
    >
      ${label}
    </button>`;
  }
}
