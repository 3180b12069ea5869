import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { screenFor } from '../data/entity-screens.ts';
import { t } from '../data/i18n.ts';
import { may, type Meta, type MetaEntity } from '../data/meta.ts';
import type { RecordItem } from '../data/records.ts';
import { navigate, queryParam, replaceQuery, routeChanged } from '../shell/router.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-icon.ts';
import { moreMenu } from './more-menu.ts';
import type { MenuItem } from './rl-menu.ts';

/** With a mouse and room for them, rows show their boxes by themselves. */
const narrow = matchMedia('(max-width: 720px)');

/** What every list and board of an entity offers: the other view, import, export, a new record. Fires `rl-open-bin`. */
@customElement('rl-entity-actions')
export class RlEntityActions extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property() view: 'list' | 'board' | 'calendar' = 'list';
  /** One of several screens of the kind. */
  @property() screen = '';
  @property({ attribute: false }) exportPath = '';
  /** The list behind it lets rows be selected: fires `rl-select-rows`. */
  @property({ type: Boolean }) selectable = false;
  @property({ attribute: false }) initial: Record<string, unknown> = {};
  @state() private isCreating = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      rl-new-record {
        position: absolute;
      }
      .views {
        display: flex;
        padding: 2px;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
      }
      .views a {
        display: grid;
        place-items: center;
        width: 28px;
        height: calc(var(--rl-control) - 4px);
        border-radius: 4px;
        color: var(--rl-muted);
      }
      .views a[aria-current] {
        background: var(--rl-surface);
        color: var(--rl-text);
        box-shadow: var(--rl-shadow-card);
      }
      @media (max-width: 720px) {
        .wide {
          display: none;
        }
      }
    `,
  ];

  /** `?new=1` in the address, as the palette writes it, asks for a new record. */
  private readonly onRoute = (): void => {
    if (queryParam('new') !== '1' || !this.entity.can.create) return;
    replaceQuery({});
    void this.create();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    routeChanged.addEventListener('change', this.onRoute);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    routeChanged.removeEventListener('change', this.onRoute);
  }

  protected override firstUpdated(): void {
    this.onRoute();
  }

  protected override render() {
    const { entity } = this;
    const path = `/r/${encodeURIComponent(entity.id)}`;
    return html`${this.renderViews(path)}
    ${
      entity.can.import
        ? html`<a class="button ghost wide" href="/import/${encodeURIComponent(entity.id)}"
            ><rl-icon name="upload"></rl-icon>${t('action.import')}</a
          >`
        : nothing
    }
    ${this.renderMore()}
    ${
      entity.can.create
        ? html`<button type="button" class="button primary" @click=${this.create}>
            <rl-icon name="plus"></rl-icon>${t('action.new')}
          </button>`
        : nothing
    }
    ${
      this.isCreating
        ? html`<rl-new-record
            .entity=${entity}
            .initial=${this.initial}
            @rl-close=${() => (this.isCreating = false)}
            @rl-created=${(event: CustomEvent<{ record: RecordItem }>) =>
              this.dispatchEvent(new CustomEvent('rl-created', { detail: event.detail }))}
          ></rl-new-record>`
        : nothing
    }`;
  }

  private renderViews(path: string) {
    const has = (kind: 'board' | 'calendar'): boolean =>
      screenFor(this.meta, kind, this.entity.id) !== undefined;
    const kinds = [
      { kind: 'list', icon: 'list' },
      ...(has('board') ? [{ kind: 'board', icon: 'square-kanban' }] : []),
      ...(has('calendar') ? [{ kind: 'calendar', icon: 'calendar' }] : []),
    ];
    if (kinds.length === 1) return nothing;
    return html`<nav class="views" aria-label=${t('view.choose')}>
      ${kinds.map(
        ({ kind, icon }) =>
          html`<a
            href="${path}/${kind}"
            aria-label=${t(`view.${kind}`)}
            title=${t(`view.${kind}`)}
            aria-current=${this.view === kind ? 'page' : nothing}
            ><rl-icon name=${icon}></rl-icon
          ></a>`,
      )}
    </nav>`;
  }

  private renderMore() {
    const items: MenuItem[] = [
      ...(this.selectable && narrow.matches
        ? [{ id: 'select', label: t('list.selectRows'), icon: 'square-check' }]
        : []),
      ...(this.entity.can.import ? [{ id: 'import', label: t('action.import'), icon: 'upload' }] : []),
      ...(this.entity.can.export && this.exportPath
        ? [{ id: 'export', label: t('action.export'), icon: 'download' }]
        : []),
      ...(this.view === 'list' && this.entity.can.delete
        ? [{ id: 'bin', label: t('list.bin'), icon: 'trash-2' }]
        : []),
    ];
    if (may(this.meta, 'screens.manage'))
      items.push({
        id: 'design',
        label: t('screen.design'),
        icon: 'panels-top-left',
        separates: items.length > 0,
      });
    if (items.length === 0) return nothing;
    return moreMenu({ items, onSelect: (id) => this.act(id) });
  }

  private act(id: string): void {
    if (id === 'select') this.dispatchEvent(new CustomEvent('rl-select-rows'));
    if (id === 'bin') this.dispatchEvent(new CustomEvent('rl-open-bin'));
    if (id === 'import') navigate(`/import/${encodeURIComponent(this.entity.id)}`);
    if (id === 'design') navigate(`/screens/${encodeURIComponent(this.screenId())}`);
    if (id === 'export') location.assign(this.exportPath);
  }

  private screenId(): string {
    return this.screen || (screenFor(this.meta, this.view, this.entity.id)?.id ?? '');
  }

  private async create(): Promise<void> {
    await import('./rl-new-record.ts');
    this.isCreating = true;
  }
}
