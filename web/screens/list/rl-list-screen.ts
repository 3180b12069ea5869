import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { countSentence, inSentence } from '../../data/count.ts';
import { defaultSort, listColumns, screenFor } from '../../data/entity-screens.ts';
import { chipsToFilter, chipsToText, textToChips, type Chip } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { RecordList } from '../../data/record-list.ts';
import { exportPath, type ListQuery, type RecordItem } from '../../data/records.ts';
import { sortPaths } from '../../data/sort.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
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

/** Records of any entity: filtered, sorted, searched; the query stands in the address. */
@customElement('rl-list-screen')
export class RlListScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @state() private chips: Chip[] = [];
  @state() private search = '';
  @state() private sort: string[] = [];
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private isSelecting = false;
  @query('rl-record-table') private table!: RlRecordTable | null;
  private readonly list = new RecordList(this);

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
    if (!changed.has('entity')) return;
    const entity = entityOf(this.meta, this.entity);
    if (!entity) return;
    this.chips = textToChips(queryParam('filter'), entity.fields);
    this.search = queryParam('search') ?? '';
    this.sort = queryParam('sort')?.split(',') ?? defaultSort(this.meta, entity);
    this.selected = new Set();
    this.isSelecting = false;
    void this.list.show(this.entity, this.listQuery(entity));
  }

  protected override render() {
    const entity = entityOf(this.meta, this.entity);
    if (!entity) return nothing;
    return html`<rl-bar heading=${entity.label.many}>
        <rl-entity-actions
          slot="actions"
          .entity=${entity}
          view="list"
          .exportPath=${exportPath(entity.id, this.listQuery(entity))}
          ?selectable=${canSelect(entity)}
          @rl-select-rows=${() => (this.isSelecting = true)}
          @rl-created=${(event: CustomEvent<{ record: RecordItem }>) => this.list.put(event.detail.record)}
        ></rl-entity-actions>
      </rl-bar>
      <rl-filter-bar
        .entity=${entity}
        .chips=${this.chips}
        .suggested=${screenFor(this.meta, 'list', entity.id)?.filters ?? []}
        search=${this.search}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) => this.ask({ chips: event.detail.chips })}
        @rl-search=${(event: CustomEvent<{ search: string }>) => this.ask({ search: event.detail.search })}
      >
        <span slot="end"
          >${this.list.count === undefined ? nothing : countSentence(this.list.count, entity.label)}</span
        >
      </rl-filter-bar>
      <div class="body">${this.renderBody(entity)}</div>`;
  }

  private renderBody(entity: MetaEntity) {
    const { list } = this;
    const isEmpty = !list.isLoading && !list.error && list.items.length === 0;
    return html`<rl-record-table
        .entity=${entity}
        .columns=${listColumns(this.meta, entity)}
        .items=${list.error ? [] : list.items}
        .selected=${this.selected}
        .sort=${this.sort}
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
        .records=${list.items.filter((item) => this.selected.has(item.id))}
        ?waiting=${this.isSelecting}
        @rl-changed=${() => list.reload()}
        @rl-clear=${this.clearSelection}
      ></rl-selection-bar>`;
  }

  private renderEmpty(entity: MetaEntity) {
    const what = inSentence(entity.label.many);
    if (this.chips.length > 0 || this.search)
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
      text=${entity.can.create ? t('list.emptyText', { what }) : t('list.emptyForbidden', { what })}
    ></rl-empty>`;
  }

  private readonly clearSelection = (): void => {
    this.selected = new Set();
    this.isSelecting = false;
  };

  private sortBy(field: string): void {
    const isNowUp = this.sort[0] === field;
    this.ask({ sort: [isNowUp ? `-${field}` : field] });
  }

  private ask(change: { chips?: Chip[]; search?: string; sort?: string[] }): void {
    const entity = entityOf(this.meta, this.entity);
    if (!entity) return;
    this.chips = change.chips ?? this.chips;
    this.search = change.search ?? this.search;
    this.sort = change.sort ?? this.sort;
    this.selected = new Set();
    replaceQuery({
      filter: chipsToText(this.chips),
      search: this.search,
      ...(change.sort || queryParam('sort') ? { sort: this.sort.join(',') } : {}),
    });
    this.table?.toTop();
    void this.list.show(this.entity, this.listQuery(entity));
  }

  private listQuery(entity: MetaEntity): ListQuery {
    const filter = chipsToFilter(this.chips, {
      me: this.meta.actor.id,
      now: new Date(),
      typeOf: (field) => fieldOf(entity, field)?.type,
    });
    return { filter, search: this.search, sort: sortPaths(this.meta, entity, this.sort) };
  }
}

const canSelect = ({ can }: MetaEntity): boolean => can.update || can.delete;
