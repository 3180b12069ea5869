import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tones } from '../styles/tones.ts';

/** A short state or category on a soft ground; `tone` as in `tone.ts`. */
@customElement('rl-tag')
export class RlTag extends LitElement {
  @property({ reflect: true }) tone = 'neutral';

  static override styles = [
    tones,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
        padding: 0 7px;
        border-radius: 10px;
        background: var(--rl-hover);
        color: var(--rl-text);
        font-size: var(--rl-size-small);
        line-height: 20px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        vertical-align: middle;
      }
    `,
  ];

  protected override render() {
    return html`<slot></slot>`;
  }
}
