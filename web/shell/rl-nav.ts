import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { formatNumber, t } from '../data/i18n.ts';
import type { Meta } from '../data/meta.ts';
import { base } from '../styles/base.ts';
import '../components/rl-icon.ts';
import { foldedGroups, toggleGroup } from './folded-groups.ts';
import { beginPlace, footPlaces, inboxPlace, placeGroups, type Place, type PlaceGroup } from './places.ts';
import type { Route } from './router.ts';
import './rl-user-menu.ts';

/** The navigation column: the user, search, the inbox, what the plugins bring, flows and settings. */
@customElement('rl-nav')
export class RlNav extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) route: Route = { name: 'home' };
  @property({ type: Number }) inboxCount = 0;
  @property({ type: Boolean }) isBeginning = false;
  @state() private folded = foldedGroups();

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        width: var(--rl-nav);
        height: 100%;
        padding: 8px;
        background: var(--rl-sunken);
        overflow: hidden auto;
        scrollbar-width: thin;
      }
      .search {
        display: flex;
        align-items: center;
        gap: 8px;
        flex: none;
        height: var(--rl-control);
        margin-bottom: 8px;
        padding: 0 8px;
        border: 1px solid var(--rl-line);
        border-radius: var(--rl-radius);
        background: var(--rl-surface);
        color: var(--rl-muted);
        font: inherit;
        cursor: pointer;
      }
      .search kbd {
        margin-left: auto;
        font: inherit;
        font-size: var(--rl-size-label);
      }
      @media (max-width: 720px) {
        .search kbd {
          display: none;
        }
      }
      a {
        display: flex;
        align-items: center;
        gap: 8px;
        height: var(--rl-control);
        margin-bottom: 1px;
        padding: 0 8px;
        border-radius: var(--rl-radius);
        color: var(--rl-muted);
      }
      a:hover {
        color: var(--rl-text);
        background: var(--rl-hover);
      }
      a[aria-current] {
        background: var(--rl-surface);
        color: var(--rl-text);
        font-weight: 500;
        box-shadow: var(--rl-shadow-card);
      }
      h2 {
        margin: 8px 0 2px;
      }
      h2 button {
        display: flex;
        align-items: center;
        gap: 4px;
        width: 100%;
        height: 24px;
        padding: 0 8px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: var(--rl-muted);
        font: inherit;
        font-size: var(--rl-size-label);
        font-weight: 500;
        cursor: pointer;
      }
      h2 rl-icon {
        margin-left: auto;
        opacity: 0;
      }
      h2 button:is(:hover, :focus-visible, [aria-expanded='false']) rl-icon {
        opacity: 1;
      }
      .count {
        margin-left: auto;
        font-size: var(--rl-size-label);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .foot {
        margin-top: auto;
        padding-top: 16px;
      }
    `,
  ];

  protected override render() {
    return html`<rl-user-menu></rl-user-menu>
      <button type="button" class="search" @click=${this.openPalette}>
        <rl-icon name="search"></rl-icon>${t('shell.search')}<kbd>Ctrl K</kbd>
      </button>
      <nav aria-label=${t('shell.navigation')}>
        ${this.isBeginning ? this.renderPlace(beginPlace()) : nothing}
        ${this.renderPlace(inboxPlace(), this.inboxCount)}
        ${placeGroups(this.meta).map((group) => this.renderGroup(group))}
      </nav>
      <nav class="foot" aria-label=${t('shell.administration')}>
        ${footPlaces(this.meta).map((place) => this.renderPlace(place))}
      </nav>`;
  }

  /** Folded, a group still shows where one is. */
  private renderGroup({ id, label, places }: PlaceGroup) {
    const isFolded = this.folded.includes(id);
    const shown = places.filter((place) => !isFolded || place.isAt(this.route));
    return html`<h2>
        <button
          type="button"
          aria-expanded=${isFolded ? 'false' : 'true'}
          @click=${() => (this.folded = toggleGroup(id))}
        >
          <span class="truncate">${label}</span
          ><rl-icon name=${isFolded ? 'chevron-right' : 'chevron-down'}></rl-icon>
        </button>
      </h2>
      ${shown.map((place) => this.renderPlace(place))}`;
  }

  private renderPlace(place: Place, count = 0) {
    return html`<a href=${place.href} aria-current=${place.isAt(this.route) ? 'page' : nothing}>
      <rl-icon name=${place.icon}></rl-icon><span class="truncate">${place.label}</span>
      ${count > 0 ? html`<span class="count">${formatNumber(count)}</span>` : nothing}
    </a>`;
  }

  private openPalette(): void {
    this.dispatchEvent(new CustomEvent('rl-open-palette', { bubbles: true, composed: true }));
  }
}
