import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { stateTone } from '../../web/data/instance-state.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-tag.ts';
import type { CalledInstance, Instance } from '../data/instances.ts';

/** The neighbours in the tree of calls: who called this instance, and whom it called, each a link with its state. */
@customElement('rl-calls')
export class RlCalls extends LitElement {
  @property({ attribute: false }) instance!: Instance;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        max-height: 190px;
        overflow-y: auto;
        padding: 0 16px 10px;
      }
      :host([hidden]) {
        display: none;
      }
      h3 {
        padding: 2px 0 4px;
        color: var(--rl-muted);
        font-weight: 400;
      }
      a {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        align-items: center;
        gap: 8px;
        padding: 4px 6px;
        margin: 0 -6px;
        border-radius: var(--rl-radius);
      }
      a:hover {
        background: var(--rl-hover);
      }
      rl-icon {
        color: var(--rl-muted);
      }
      @media (max-width: 900px) {
        :host {
          max-height: none;
        }
        a {
          min-height: 44px;
        }
      }
    `,
  ];

  protected override render() {
    const { parent, children = [] } = this.instance;
    this.hidden = !parent && children.length === 0;
    return html`${parent ? this.renderGroup('parent', [parent], 'arrow-up') : nothing}
    ${children.length > 0 ? this.renderGroup('children', children, 'arrow-right') : nothing}`;
  }

  private renderGroup(what: 'parent' | 'children', called: readonly CalledInstance[], icon: string) {
    return html`<h3>${t(`designer.calls.${what}`)}</h3>
      ${called.map(
        ({ id, flowName, state }) =>
          html`<a href="/instances/${id}">
            <rl-icon name=${icon}></rl-icon>
            <span class="truncate">${flowName}</span>
            <rl-tag tone=${stateTone(state)}>${t(`state.${state}`)}</rl-tag>
          </a>`,
      )}`;
  }
}
