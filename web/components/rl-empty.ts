import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.ts';
import './rl-icon.ts';

/** What a place shows when there is nothing: what it is for, and what to do (default slot: buttons). */
@customElement('rl-empty')
export class RlEmpty extends LitElement {
  @property() icon = 'inbox';
  @property() heading = '';
  @property() text = '';

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        align-content: center;
        gap: 4px;
        padding: 48px 24px;
        text-align: center;
      }
      rl-icon {
        width: 22px;
        height: 22px;
        margin-bottom: 8px;
        color: var(--rl-faint);
      }
      h2 {
        font-weight: 500;
      }
      p {
        max-width: 44ch;
        color: var(--rl-muted);
        text-wrap: balance;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
        margin-top: 12px;
      }
    `,
  ];

  protected override render() {
    return html`<rl-icon name=${this.icon}></rl-icon>
      <h2>${this.heading}</h2>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <div class="actions"><slot></slot></div>`;
  }
}
