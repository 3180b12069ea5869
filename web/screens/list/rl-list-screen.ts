import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { countSentence, inSentence } from '../../data/count.ts';
import { screenFor } from '../../data/entity-screens.ts';
import type { Chip } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { RecordList } from '../../data/record-list.ts';
import { exportPath, type RecordItem } from '../../data/records.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import '../views/rl-view-options.ts';
import '../views/rl-view-switcher.ts';
import { isSameView, noView, ViewState } from '../views/view-state.ts';
import type { SavedView } from '../views/views-data.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-entity-actions.ts';
import '../../components/rl-filter-bar.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-record-table.ts';
import type { RlRecordTable } from '../../components/rl-record-table.ts';
import './rl-selection-bar.ts';
import {
  addressOf,
  declaredView,
  groupCounts,
  isInAddress,
  queryOf,
  setupOf,
  shownColumns,
  viewOf,
  withAddress,
  type ListPlace,
  type ListSetup,
} from './list-setup.ts';

/** Records of any entity: filtered, sorted, searched; the query stands in the address. */
@customElement('rl-list-screen')
export class RlListScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  /** One of several lists of the entity. */
  @property() screen = '';
  @state() private setup: ListSetup = { chips: [], search: '', sort: [], columns: [], group: '' };
  @state() private counts: ReadonlyMap<string, number> = new Map();
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private isSelecting = false;
  @state() private isBinOpen = false;
  @query('rl-record-table') private table!: RlRecordTable | null;
  private readonly list = new RecordList(this);
  private readonly views = new ViewState(this);

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      .body {
        position: relative;
        flex: 1;
        min-height: 0;
      }
      rl-empty,
      rl-problem {
        position: absolute;
        inset: 64px 0 auto;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entity') || changed.has('screen')) void this.begin();
  }

  private async begin(): Promise<void> {
    const place = this.place();
    if (!place) return;
    const isAsked = isInAddress();
    const wanted = queryParam('view') ?? (isAsked ? noView : undefined);
    const set = (view?: SavedView): void => {
      const setup = setupOf(view?.definition, place);
      this.setup = isAsked ? withAddress(setup, place) : setup;
    };
    this.clearSelection();
    set();
    const loading = this.views.load(this.entity, 'list', wanted);
    // Without a view to wait for, records are asked for at once.
    if (wanted === noView) void this.show(place);
    const view = await loading;
    if (wanted === noView || place.entity.id !== this.entity) return;
    set(view);
    void this.show(place);
  }

  private place(): ListPlace | undefined {
    const entity = entityOf(this.meta, this.entity);
    return entity && { meta: this.meta, entity, screen: this.screen };
  }

  protected override render() {
    const place = this.place();
    if (!place) return nothing;
    const { entity } = place;
    const { chips, search } = this.setup;
    return html`<rl-bar heading=${entity.label.many}>
        <rl-entity-actions
          slot="actions"
          .entity=${entity}
          view="list"
          screen=${this.screen}
          .exportPath=${exportPath(entity.id, queryOf(this.setup, place))}
          ?selectable=${canSelect(entity)}
          @rl-select-rows=${() => (this.isSelecting = true)}
          @rl-open-bin=${this.openBin}
          @rl-created=${(event: CustomEvent<{ record: RecordItem }>) => this.list.put(event.detail.record)}
        ></rl-entity-actions>
      </rl-bar>
      <rl-filter-bar
        .entity=${entity}
        .chips=${chips}
        .suggested=${screenFor(this.meta, 'list', entity.id, this.screen)?.filters ?? []}
        search=${search}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) => this.ask({ chips: event.detail.chips })}
        @rl-search=${(event: CustomEvent<{ search: string }>) => this.ask({ search: event.detail.search })}
      >
        ${this.renderViews(place)}
        <span slot="end"
          >${this.list.count === undefined ? nothing : countSentence(this.list.count, entity.label)}</span
        >
      </rl-filter-bar>
      <div class="body">${this.renderBody(place)}</div>
      ${
        this.isBinOpen
          ? html`<rl-bin-dialog
              .entity=${entity}
              @rl-close=${() => (this.isBinOpen = false)}
              @rl-restored=${() => this.list.reload()}
            ></rl-bin-dialog>`
          : nothing
      }`;
  }

  private readonly openBin = async (): Promise<void> => {
    await import('../bin/index.ts');
    this.isBinOpen = true;
  };

  private renderBody(place: ListPlace) {
    const { list, setup } = this;
    const { entity } = place;
    const isEmpty = !list.isLoading && !list.error && list.items.length === 0;
    return html`<rl-record-table
        .entity=${entity}
        .columns=${shownColumns(setup, place)}
        .group=${fieldOf(entity, setup.group)}
        .counts=${this.counts}
        .items=${list.error ? [] : list.items}
        .selected=${this.selected}
        .sort=${setup.sort}
        ?loading=${list.isLoading}
        ?more=${list.hasMore && !list.error}
        ?selectable=${canSelect(entity)}
        ?selecting=${this.isSelecting}
        @rl-more=${() => list.more()}
        @rl-sort=${(event: CustomEvent<{ field: string }>) => this.sortBy(event.detail.field)}
        @rl-selection=${(event: CustomEvent<{ ids: string[] }>) => (this.selected = new Set(event.detail.ids))}
      ></rl-record-table>
      ${list.error ? html`<rl-problem .error=${list.error} @rl-retry=${() => list.reload()}></rl-problem>` : nothing}
      ${isEmpty ? this.renderEmpty(entity) : nothing}
      <rl-selection-bar
        .entity=${entity}
        .screen=${screenFor(this.meta, 'list', entity.id, place.screen)}
        .records=${list.items.filter((item) => this.selected.has(item.id))}
        ?waiting=${this.isSelecting}
        @rl-changed=${() => list.reload()}
        @rl-clear=${this.clearSelection}
      ></rl-selection-bar>`;
  }

  private renderViews(place: ListPlace) {
    const { entity, screen } = place;
    const { shown, views, isLoaded } = this.views;
    const saved = { ...declaredView(place), ...shown?.definition };
    const current = viewOf(this.setup);
    return html`<rl-view-switcher
        slot="start"
        entity=${entity.id}
        kind="list"
        original=${screenFor(this.meta, 'list', entity.id, screen)?.label ?? entity.label.many}
        .state=${this.views}
        .shown=${shown}
        .views=${views}
        .current=${current}
        ?changed=${isLoaded && !isSameView(current, saved)}
        @rl-view=${(event: CustomEvent<{ view: SavedView | undefined }>) => {
          this.setup = setupOf(event.detail.view?.definition, place);
          void this.show(place);
        }}
      ></rl-view-switcher>
      <rl-view-options
        slot="options"
        .entity=${entity}
        kind="list"
        .fields=${this.setup.columns}
        group=${this.setup.group}
        @rl-options=${(event: CustomEvent<Partial<ListSetup>>) => this.ask(event.detail)}
      ></rl-view-options>`;
  }

  private renderEmpty(entity: MetaEntity) {
    const what = inSentence(entity.label.many);
    if (this.setup.chips.length > 0 || this.setup.search)
      return html`<rl-empty
        icon="funnel"
        heading=${t('list.noMatch', { what })}
        text=${t('list.noMatchText')}
      >
        <button class="button" type="button" @click=${() => this.ask({ chips: [], search: '' })}>
          ${t('list.clearFilter')}
        </button>
      </rl-empty>`;
    return html`<rl-empty
      icon=${entity.icon ?? 'box'}
      heading=${t('list.empty', { what })}
      text=${entity.empty ?? t(entity.can.create ? 'list.emptyText' : 'list.emptyForbidden', { what })}
    ></rl-empty>`;
  }

  private readonly clearSelection = (): void => {
    this.selected = new Set();
    this.isSelecting = false;
  };

  private sortBy(field: string): void {
    const isNowUp = this.setup.sort[0] === field;
    this.ask({ sort: [isNowUp ? `-${field}` : field] });
  }

  private ask(change: Partial<ListSetup>): void {
    const place = this.place();
    if (!place) return;
    this.setup = { ...this.setup, ...change };
    if (Object.keys(change).join() === 'columns') this.writeAddress(place);
    else void this.show(place);
  }

  private writeAddress(place: ListPlace): void {
    const saved = { ...declaredView(place), ...this.views.shown?.definition };
    replaceQuery(addressOf(this.setup, saved, this.views));
  }

  private async show(place: ListPlace): Promise<void> {
    const { setup } = this;
    this.selected = new Set();
    this.writeAddress(place);
    this.table?.toTop();
    const counting = groupCounts(setup, place);
    await this.list.show(this.entity, queryOf(setup, place));
    const counts = await counting;
    if (setup.group === this.setup.group) this.counts = counts;
  }
}

const canSelect = ({ can }: MetaEntity): boolean => can.update || can.delete;
