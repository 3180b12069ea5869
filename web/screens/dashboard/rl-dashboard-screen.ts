import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { ScreenNode, SharedFilter } from '../../../core/screen/definition.ts';
import { metaContext } from '../../context/meta.ts';
import { allOf, chipsToFilter, filterContext, type Chip } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, fieldOf, may, type Meta, type MetaScreen } from '../../data/meta.ts';
import type { Filter } from '../../data/records.ts';
import { screenText } from '../../data/screen-text.ts';
import { formatDateTime } from '../../data/format.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { chipText } from '../../components/chip-text.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import { showProblem } from '../../components/toast.ts';
import '../figure/rl-figure.ts';
import { printPage } from '../../shell/print-page.ts';
import { dashboardStyles } from './dashboard-styles.ts';
import './rl-shared-filter.ts';
import '../record/rl-element.ts';
import '../report/rl-report-tile.ts';
import '../report/rl-subscribe.ts';

/** Numbers, charts and lists side by side, with filters across them. */
@customElement('rl-dashboard-screen')
export class RlDashboardScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() screen = '';
  @state() private chosen: Record<string, Chip> = {};
  @state() private isSubscribing = false;
  @property({ type: Boolean, reflect: true, attribute: 'picturing' }) isPicturing = false;
  private filters = new Map<string, Filter | undefined>();
  private asking: ((entity: string) => Filter | undefined) | undefined;

  static override styles = [base, buttons, dashboardStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('screen')) this.chosen = readChosen();
    if (changed.has('meta') || changed.has('screen')) this.forget();
  }

  protected override render() {
    const screen = this.meta.screens.find(({ id }) => id === this.screen);
    if (!screen) return nothing;
    const tiles = screen.body ?? [];
    const { isDraft = false } = this.meta;
    const canChange = !isDraft && may(this.meta, 'screens.manage');
    const design = `/screens/${encodeURIComponent(screen.id)}`;
    return html`<rl-bar heading=${screen.label ?? ''}>
        ${this.renderTools(screen.label ?? '')}
        ${
          canChange
            ? html`<a slot="actions" class="button ghost" href=${design}
                ><rl-icon name="pencil"></rl-icon>${t('screen.design')}</a
              >`
            : nothing
        }
      </rl-bar>
      ${
        this.isSubscribing
          ? html`<rl-subscribe
              kind="dashboard"
              target=${screen.id}
              @rl-close=${() => (this.isSubscribing = false)}
            ></rl-subscribe>`
          : nothing
      }
      <p class="as-of">${this.asOf(screen)}</p>
      ${screen.shared?.length ? this.renderFilters(screen.shared) : nothing}
      ${
        tiles.length === 0
          ? html`<rl-empty
              icon="chart-line"
              heading=${t('dashboard.empty')}
              text=${t(isDraft ? 'dashboard.emptyDraft' : canChange ? 'dashboard.emptyText' : 'dashboard.emptyReader')}
              >${canChange ? html`<a class="button primary" href=${design}>${t('screen.design')}</a>` : nothing}</rl-empty
            >`
          : html`<div class="grid" data-node="#body">
              ${tiles.map((tile) => this.renderTile(tile, screen))}
            </div>`
      }`;
  }

  private renderTools(name: string) {
    const tools = [
      { icon: 'mail', text: 'dashboard.subscribe', run: () => (this.isSubscribing = true) },
      { icon: 'image-down', text: 'dashboard.png', run: () => this.takePicture(name) },
      { icon: 'printer', text: 'dashboard.print', run: () => printPage(name) },
      { icon: 'maximize', text: 'dashboard.fullScreen', run: () => this.fill() },
    ];
    return tools.map(
      ({ icon, text, run }) =>
        html`<button
          slot="actions"
          type="button"
          class="button ghost square"
          aria-label=${t(text)}
          title=${t(text)}
          ?disabled=${this.isPicturing}
          @click=${run}
        >
          <rl-icon name=${icon}></rl-icon>
        </button>`,
    );
  }

  /** Of what day it is and what was chosen: paper does not show what the page around it does. */
  private asOf({ shared = [] }: MetaScreen): string {
    const chosen = shared.flatMap(({ id, fields }) => {
      const chip = this.chosen[id];
      const [entityId = '', name = ''] = Object.entries(fields)[0] ?? [];
      const entity = entityOf(this.meta, entityId);
      const field = entity && fieldOf(entity, name);
      return chip && field ? [chipText({ ...chip, field: name }, field)] : [];
    });
    return [formatDateTime(new Date()), ...chosen].join(' · ');
  }

  private async takePicture(name: string): Promise<void> {
    this.isPicturing = true;
    const { saveDashboard } = await import('./save-dashboard.ts');
    await saveDashboard(this, name).catch(showProblem);
    this.isPicturing = false;
  }

  private fill(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    // Refused where the page stands in a frame: then it stays as large as it is.
    else void this.requestFullscreen().catch(() => undefined);
  }

  private renderFilters(shared: readonly SharedFilter[]) {
    return html`<div class="filters" role="group" aria-label=${t('dashboard.filters')}>
      ${shared.map(
        (filter) =>
          html`<rl-shared-filter
            .filter=${filter}
            .chip=${this.chosen[filter.id]}
            @rl-chip=${(event: CustomEvent<{ chip: Chip | undefined }>) => this.choose(filter.id, event.detail.chip)}
          ></rl-shared-filter>`,
      )}
    </div>`;
  }

  private renderTile(tile: ScreenNode, screen: MetaScreen) {
    const isWide = matchMedia('(min-width: 721px)').matches;
    const columns = isWide
      ? Math.min(12, tile.width ?? (tile.node === 'number' ? 3 : 6))
      : tile.node === 'number'
        ? 1
        : 2;
    const style = styleMap({ gridColumn: `span ${columns}` });
    if (tile.node === 'broken')
      return html`<div class="tile broken" data-node=${tile.id} style=${style}>${tile.problem}</div>`;
    if (tile.node === 'text')
      return html`<div class="tile plain" data-node=${tile.id} style=${style}>
        <h2>${screenText(tile.text)}</h2>
      </div>`;
    if (tile.node === 'report')
      return html`<div class="tile tall" data-node=${tile.id} style=${style}>
        <rl-report-tile
          report-id=${tile.report}
          heading=${screenText(tile.title)}
          .filterFor=${this.filterFor(screen)}
        ></rl-report-tile>
      </div>`;
    if (tile.node === 'element')
      return html`<div class="tile" data-node=${tile.id} style=${style}>
        <rl-element name=${tile.element} .entity=${entityOf(this.meta, screen.entity)}></rl-element>
      </div>`;
    if (tile.node !== 'number' && tile.node !== 'chart' && tile.node !== 'records') return nothing;
    return html`<div class="tile ${tile.node === 'number' ? '' : 'tall'}" data-node=${tile.id} style=${style}>
      <rl-figure .figure=${tile} .filter=${this.filterFor(screen)(tile.entity)}></rl-figure>
    </div>`;
  }

  /** The same function until something is chosen, so that tiles load once. */
  private filterFor(screen: MetaScreen): (entity: string) => Filter | undefined {
    return (this.asking ??= (id) => this.filterOf(id, screen));
  }

  private filterOf(id: string, { shared = [] }: MetaScreen): Filter | undefined {
    const entity = entityOf(this.meta, id);
    if (!entity) return undefined;
    if (!this.filters.has(id)) {
      const chips = shared.flatMap(({ id: filter, fields }) => {
        const chip = this.chosen[filter];
        const field = fields[id];
        return chip && field ? [{ ...chip, field }] : [];
      });
      this.filters.set(id, allOf(chipsToFilter(chips, filterContext(this.meta, entity))));
    }
    return this.filters.get(id);
  }

  private forget(): void {
    this.filters = new Map();
    this.asking = undefined;
  }

  private choose(id: string, chip: Chip | undefined): void {
    const { [id]: _before, ...rest } = this.chosen;
    this.chosen = chip ? { ...rest, [id]: chip } : rest;
    this.forget();
    replaceQuery({ filter: Object.keys(this.chosen).length > 0 ? JSON.stringify(this.chosen) : undefined });
  }
}

/** What somebody wrote into the address by hand may be anything. */
function readChosen(): Record<string, Chip> {
  try {
    const found: unknown = JSON.parse(queryParam('filter') ?? '{}');
    // The cast: what does not fit a field is left out where filters are made.
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Record<string, Chip>)
      : {};
  } catch {
    return {};
  }
}
