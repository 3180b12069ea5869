import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-button.ts';
import type { Activatable } from '../data/instances.ts';

/** Steps that somebody may begin at any time, as long as the work they belong to is open. Fires `rl-activate`. */
@customElement('rl-activatable')
export class RlActivatable extends LitElement {
  @property({ attribute: false }) groups: Activatable[] = [];
  /** The name of an element, empty where it has none. */
  @property({ attribute: false }) nameOf: (element: string) => string = () => '';
  @property({ type: Boolean }) busy = false;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      section {
        padding: 8px 16px 12px;
        border-bottom: 1px solid var(--rl-line);
      }
      h3 {
        margin: 0 0 6px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 600;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
    `,
  ];

  protected override render() {
    return this.groups
      .filter(({ parts }) => parts.length > 0)
      .map(
        ({ scope, element, parts }) =>
          html`<section>
            <h3>${t('designer.activate.title', { name: this.nameOf(element) || element })}</h3>
            <div>
              ${parts.map(
                (part) =>
                  html`<rl-button
                    icon="play"
                    ?disabled=${this.busy}
                    @click=${() => this.activate({ scope, elements: [part.element] })}
                    >${part.name || part.element}</rl-button
                  >`,
              )}
            </div>
          </section>`,
      );
  }

  private activate(detail: { scope: number; elements: string[] }): void {
    this.dispatchEvent(new CustomEvent('rl-activate', { detail }));
  }
}
