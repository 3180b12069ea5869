import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { settingsPlaces } from '../../shell/settings-places.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-bar.ts';
import '../entities/index.ts';
import '../designer/screens-page.ts';
import '../navigation/rl-navigation-page.ts';
import './company/rl-company-page.ts';
import '../access/index.ts';
import './rl-about-page.ts';
import './rl-people-page.ts';
import './rl-teams-page.ts';

const pages: Record<string, (item: string) => TemplateResult> = {
  people: (item) =>
    item ? html`<rl-person-page person=${item}></rl-person-page>` : html`<rl-people-page></rl-people-page>`,
  teams: () => html`<rl-teams-page></rl-teams-page>`,
  roles: (item) => html`<rl-roles-page item=${item}></rl-roles-page>`,
  entities: (item) => html`<rl-entities entity-id=${item}></rl-entities>`,
  screens: () => html`<rl-screens-page></rl-screens-page>`,
  navigation: () => html`<rl-navigation-page></rl-navigation-page>`,
  audit: () => html`<rl-audit-page></rl-audit-page>`,
  packs: () => html`<rl-packs-page></rl-packs-page>`,
  account: () => html`<rl-account-page></rl-account-page>`,
  company: () => html`<rl-company-page></rl-company-page>`,
  about: () => html`<rl-about-page></rl-about-page>`,
};

/** People, teams, roles, entities, and what this is; each page under its own address. */
@customElement('rl-settings-screen')
export class RlSettingsScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() page = 'people';
  /** What is open of the page, where it has such things. */
  @property() item = '';

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      .body {
        display: grid;
        grid-template-columns: 176px minmax(0, 1fr);
        flex: 1;
        min-height: 0;
      }
      nav {
        padding: 12px 8px;
        border-right: 1px solid var(--rl-line);
      }
      a {
        display: flex;
        align-items: center;
        height: var(--rl-control);
        margin-bottom: 1px;
        padding: 0 10px;
        border-radius: var(--rl-radius);
        color: var(--rl-muted);
        white-space: nowrap;
      }
      a:hover {
        background: var(--rl-hover);
        color: var(--rl-text);
      }
      a[aria-current] {
        background: var(--rl-hover);
        color: var(--rl-text);
        font-weight: 500;
      }
      .page {
        padding: 16px 24px 48px;
        overflow: auto;
      }
      .page > * {
        max-width: 1040px;
      }
      @media (max-width: 720px) {
        .body {
          display: flex;
          flex-direction: column;
        }
        nav {
          display: flex;
          flex: none;
          gap: 4px;
          padding: 6px 12px;
          border: 0;
          border-bottom: 1px solid var(--rl-line);
          overflow-x: auto;
          scrollbar-width: none;
        }
        .page {
          padding: 12px 12px 32px;
        }
      }
    `,
  ];

  protected override render() {
    const seen = settingsPlaces(this.meta);
    const shown = seen.find((page) => page.id === this.page) ?? seen[0];
    return html`<rl-bar .crumbs=${[{ label: t('nav.settings') }]} heading=${shown?.label ?? ''}></rl-bar>
      <div class="body">
        <nav aria-label=${t('nav.settings')}>
          ${seen.map(
            (page) =>
              html`<a href=${page.href} aria-current=${page === shown ? 'page' : nothing}>${page.label}</a>`,
          )}
        </nav>
        <div class="page" tabindex="0" role="region" aria-label=${shown?.label ?? nothing}>
          ${shown && pages[shown.id]?.(this.item)}
        </div>
      </div>`;
  }
}
