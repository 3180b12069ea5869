import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** A short state or category on a soft ground; `tone` as in `tone.ts`. */
@customElement('rl-tag')
export class RlTag extends LitElement {
  @property({ reflect: true }) tone = 'neutral';

  static override styles = css`
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
    :host([tone='accent']) {
      background: var(--rl-accent-soft);
      color: var(--rl-accent-text);
    }
    :host([tone='good']) {
      background: var(--rl-good-soft);
      color: var(--rl-good-text);
    }
    :host([tone='warn']) {
      background: var(--rl-warn-soft);
      color: var(--rl-warn-text);
    }
    :host([tone='bad']) {
      background: var(--rl-bad-soft);
      color: var(--rl-bad-text);
    }
    :host([tone='violet']) {
      background: var(--rl-violet-soft);
      color: var(--rl-violet-text);
    }
  `;

  protected override render() {
    return html`<slot></slot>`;
  }
}
