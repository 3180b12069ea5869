import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ScreenCondition } from '../../../core/screen/definition.ts';
import { metaContext } from '../../context/meta.ts';
import { columnFields } from '../../data/entity-screens.ts';
import { chipsOf, chipsToText } from '../../data/filter.ts';
import { gather } from '../../data/gather.ts';
import { t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import { entityOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { RecordList } from '../../data/record-list.ts';
import { partLabel } from '../../data/record-page.ts';
import type { AggregateRow, Filter, Reference } from '../../data/records.ts';
import { sortPaths } from '../../data/sort.ts';
import { navigate } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-record-table.ts';
import '../../components/rl-skeleton.ts';
import { chartSeries } from './chart-series.ts';
import { amountsOf, figureFilter, loadFigure, type CountedFigure, type Figure } from './figure-data.ts';
import './rl-chart.ts';

/** A number, a chart or a short list of records: of a dashboard, or of a record's page. */
@customElement('rl-figure')
export class RlFigure extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) figure!: Figure;
  @property({ attribute: false }) subject: Reference | undefined;
  /** Of the dashboard around it. */
  @property({ attribute: false }) filter: Filter | undefined;
  @state() private rows: AggregateRow[] | undefined;
  @state() private error: unknown;
  private readonly list = new RecordList(this, 50);
  private readonly again = gather<null>(2_000, () => void this.load());
  private stops: (() => void)[] = [];
  private loads = 0;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
      }
      h3 {
        padding: 2px 0 6px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 600;
      }
      h3 a:hover {
        color: var(--rl-text);
        text-decoration: underline;
      }
      .value {
        font-size: 26px;
        font-weight: 600;
        line-height: 34px;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }
      .value + .value {
        font-size: 18px;
      }
      rl-chart,
      rl-record-table {
        flex: 1;
        min-height: 200px;
      }
      .empty {
        color: var(--rl-muted);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops = [
      onLive('record', (change) => change.entity === this.figure.entity && this.again(null)),
      onLive('resync', () => this.again(null)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.again.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('figure') || changed.has('filter') || changed.has('subject')) void this.load();
  }

  protected override render() {
    const entity = entityOf(this.meta, this.figure.entity);
    if (!entity) return nothing;
    return html`<h3><a href=${this.path(entity)}>${partLabel(this.figure, this.meta)}</a></h3>
      ${this.error ? html`<rl-problem inline .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>` : this.renderFigure(entity)}`;
  }

  private renderFigure(entity: MetaEntity): TemplateResult | TemplateResult[] {
    const { figure, rows } = this;
    if (figure.node === 'records' && this.list.error)
      return html`<rl-problem
        inline
        .error=${this.list.error}
        @rl-retry=${() => this.list.reload()}
      ></rl-problem>`;
    if (figure.node === 'records' && !this.list.isLoading && this.list.items.length === 0)
      return html`<p class="empty">${t('figure.empty')}</p>`;
    if (figure.node === 'records')
      return html`<rl-record-table
        .entity=${entity}
        .columns=${columnFields(entity, figure.columns.length > 0 ? figure.columns : [entity.title])}
        .items=${this.list.items}
        ?loading=${this.list.isLoading}
      ></rl-record-table>`;
    if (!rows) return html`<rl-skeleton rows=${figure.node === 'number' ? 2 : 5}></rl-skeleton>`;
    return figure.node === 'number' ? this.renderNumber(figure, entity) : this.renderChart(rows, entity);
  }

  private renderNumber(figure: CountedFigure, entity: MetaEntity) {
    const amounts = amountsOf(figure, this.rows?.[0], entity);
    if (amounts.length === 0) return html`<p class="empty">${t('figure.none.yet')}</p>`;
    return amounts.map(({ text }) => html`<div class="value">${text}</div>`);
  }

  private renderChart(rows: AggregateRow[], entity: MetaEntity) {
    const { figure } = this;
    if (figure.node !== 'chart') return html``;
    if (rows.length === 0) return html`<p class="empty">${t('figure.empty')}</p>`;
    return html`<rl-chart
      .look=${{ chart: figure.chart, isStacked: figure.split !== undefined }}
      .data=${chartSeries(figure, rows, entity)}
      label=${partLabel(figure, this.meta)}
      @rl-pick=${(event: CustomEvent<{ key: string }>) => this.pick(event.detail.key, entity)}
    ></rl-chart>`;
  }

  /** The records behind a bar or a slice. */
  private pick(key: string, entity: MetaEntity): void {
    if (this.figure.node !== 'chart' || this.figure.group.bucket || key === '') return;
    navigate(this.path(entity, { field: this.figure.group.field, operator: 'isOneOf', value: [key] }));
  }

  private path(entity: MetaEntity, more?: ScreenCondition): string {
    const chips = chipsOf([...(this.figure.conditions ?? []), ...(more ? [more] : [])], entity.fields);
    const filter = chipsToText(chips);
    return `/r/${encodeURIComponent(entity.id)}/list${filter ? `?filter=${encodeURIComponent(filter)}` : ''}`;
  }

  private async load(): Promise<void> {
    const { figure, meta, subject, filter } = this;
    const entity = entityOf(meta, figure.entity);
    if (!entity) return;
    const scope = { meta, ...(subject && { subject }), ...(filter && { filter }) };
    if (figure.node === 'records') {
      const sort = sortPaths(meta, entity, figure.sort?.length ? figure.sort : ['-updatedAt']);
      return this.list.show(figure.entity, { filter: figureFilter(figure, scope), sort, count: 'none' });
    }
    const own = ++this.loads;
    try {
      const rows = await loadFigure(figure, scope);
      if (own !== this.loads) return;
      this.rows = rows;
      this.error = undefined;
    } catch (error) {
      if (own === this.loads) this.error = error;
    }
  }
}
