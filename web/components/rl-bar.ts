import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';

export interface Crumb {
  label: string;
  href?: string;
}

/**
 * The bar of a screen: the way here (`crumbs`), the `heading`, what can be done (slot `actions`), and beside the
 * heading (slot `beside`) tags or states. Also names the document.
 */
@customElement('rl-bar')
export class RlBar extends LitElement {
  @property({ attribute: false }) crumbs: Crumb[] = [];
  @property() heading = '';

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex: none;
        align-items: center;
        gap: 8px;
        height: var(--rl-bar);
        padding: 0 16px;
        border-bottom: 1px solid var(--rl-line);
        background: var(--rl-surface);
      }
      nav {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
        flex: 1;
      }
      nav a {
        flex: none;
        max-width: 40%;
        color: var(--rl-muted);
      }
      nav a:hover {
        color: var(--rl-text);
      }
      .slash {
        color: var(--rl-muted);
      }
      h1 {
        font-size: 14px;
        min-width: 0;
      }
      /* A state is a word: the name gives way first. */
      ::slotted(rl-tag) {
        flex: none;
      }
      .actions {
        display: flex;
        flex: none;
        align-items: center;
        gap: 8px;
      }
      @media (max-width: 720px) {
        /* What can be done takes a line of its own before the name is squeezed away. */
        :host {
          flex-wrap: wrap;
          height: auto;
          min-height: 52px;
          padding: 8px 12px;
        }
        nav {
          flex-basis: 130px;
        }
        /* The way back is one step; the name keeps its room. */
        nav a:not(:last-of-type),
        nav a:not(:last-of-type) + .slash {
          display: none;
        }
        nav a {
          flex: 0 100 auto;
          min-width: 32px;
        }
        .actions {
          flex: 0 1 auto;
          flex-wrap: wrap;
          margin-left: auto;
        }
        h1 {
          font-size: 15px;
        }
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('heading')) document.title = this.heading ? `${this.heading} · Relata` : 'Relata';
  }

  protected override render() {
    return html`<nav aria-label=${t('shell.breadcrumb')}>
        ${this.crumbs.map(
          (crumb) =>
            html`${
                crumb.href
                  ? html`<a class="truncate" href=${crumb.href}>${crumb.label}</a>`
                  : html`<span class="muted truncate">${crumb.label}</span>`
              }<span class="slash" aria-hidden="true">/</span>`,
        )}
        ${this.heading ? html`<h1 class="truncate">${this.heading}</h1>` : nothing}
        <slot name="beside"></slot>
      </nav>
      <div class="actions"><slot name="actions"></slot></div>`;
  }
}
