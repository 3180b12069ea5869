import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';

/** Where text will be: rows of soft bars, as high as the text. */
@customElement('rl-skeleton')
export class RlSkeleton extends LitElement {
  @property({ type: Number }) rows = 1;
  @property() width = '';

  static override styles = css`
    :host {
      display: block;
    }
    div {
      height: 8px;
      margin: calc((var(--rl-row) - 8px) / 2) 0;
      border-radius: 4px;
      background: var(--rl-hover);
      animation: breathe 1.4s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        opacity: 0.5;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      div {
        animation: none;
      }
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render() {
    const widths = ['62%', '48%', '71%', '55%', '40%'];
    return Array.from(
      { length: this.rows },
      (_, row) => html`<div style=${styleMap({ width: this.width || widths[row % 5] })}></div>`,
    );
  }
}
