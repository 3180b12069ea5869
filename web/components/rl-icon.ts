import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { findIcon, knownIcon } from './icons.ts';

/** A lucide icon by name. Decoration unless it has a `label`. */
@customElement('rl-icon')
export class RlIcon extends LitElement {
  @property() name = 'circle';
  @property() label = '';
  @state() private svg = '';

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 16px;
      height: 16px;
      vertical-align: -3px;
    }
    :host([hidden]) {
      display: none;
    }
    svg {
      width: 100%;
      height: 100%;
      stroke-width: 1.75;
    }
  `;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('name')) return;
    const known = knownIcon(this.name);
    this.svg = known ?? '';
    if (known) return;
    const asked = this.name;
    void findIcon(asked).then((svg) => {
      if (asked === this.name) this.svg = svg;
    });
  }

  protected override render() {
    if (this.label) {
      this.setAttribute('role', 'img');
      this.setAttribute('aria-label', this.label);
    } else this.setAttribute('aria-hidden', 'true');
    // Only texts of the lucide package come here, never a server's or a reader's.
    return unsafeHTML(this.svg) ?? html``;
  }
}
