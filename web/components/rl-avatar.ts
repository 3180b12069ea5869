import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tones } from '../styles/tones.ts';
import { initials, personTone } from './tone.ts';

/** Initials of a person (round) or of a record (`square`), on a soft ground. The name shows on hover. */
@customElement('rl-avatar')
export class RlAvatar extends LitElement {
  @property() name = '';
  @property({ type: Boolean, reflect: true }) square = false;
  @property({ reflect: true }) size: 'small' | 'large' = 'small';
  @property({ reflect: true }) tone = '';

  static override styles = [
    tones,
    css`
      :host {
        display: inline-flex;
        flex: none;
        align-items: center;
        justify-content: center;
        width: 20px;
        height: 20px;
        border-radius: 50%;
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
        font-size: 9.5px;
        font-weight: 600;
        line-height: 1;
        user-select: none;
      }
      :host([square]) {
        border-radius: 5px;
      }
      :host([size='large']) {
        width: 36px;
        height: 36px;
        border-radius: 8px;
        font-size: 15px;
      }
    `,
  ];

  protected override willUpdate(): void {
    this.tone = personTone(this.name);
    this.title = this.name;
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render() {
    return html`${initials(this.name)}`;
  }
}
