import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { connection, probeNow, reachable } from '../data/connection.ts';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import '../components/rl-icon.ts';

/** Says that the server does not answer, and asks again until it does. */
@customElement('rl-banner')
export class RlBanner extends LitElement {
  @state() private isReachable = reachable();

  static override styles = [
    base,
    buttons,
    css`
      div {
        position: fixed;
        top: 0;
        left: 50%;
        z-index: 60;
        display: flex;
        align-items: center;
        gap: 8px;
        max-width: calc(100vw - 24px);
        padding: 4px 8px 4px 12px;
        border-radius: 0 0 8px 8px;
        background: var(--rl-warn-soft);
        color: var(--rl-warn-text);
        box-shadow: var(--rl-shadow-float);
        translate: -50% 0;
      }
      button.button {
        color: inherit;
      }
    `,
  ];

  private readonly onChange = (): void => {
    this.isReachable = reachable();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    connection.addEventListener('change', this.onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    connection.removeEventListener('change', this.onChange);
  }

  protected override render() {
    if (this.isReachable) return nothing;
    return html`<div role="status">
      <rl-icon name="wifi-off"></rl-icon>
      <span>${t('shell.unreachable')}</span>
      <button type="button" class="button ghost" @click=${() => probeNow()}>${t('action.retry')}</button>
    </div>`;
  }
}
