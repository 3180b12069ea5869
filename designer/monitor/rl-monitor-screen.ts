import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formatNumber, t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { queryParam, replaceQuery } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { segmented } from '../../web/styles/segmented.ts';
import '../../web/components/rl-empty.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-select.ts';
import '../../web/components/rl-skeleton.ts';
import '../canvas/rl-diagram.ts';
import { noNames, type DiagramNames, type RlDiagram } from '../canvas/rl-diagram.ts';
import { loadFigures, type FlowFigures } from '../data/figures.ts';
import { loadVersion } from '../data/flows.ts';
import { ShownName } from '../data/shown-name.ts';
import type { MarkClasses } from '../modules/marks/marks.ts';
import type { TokenBadge } from '../modules/tokens/tokens.ts';
import type { OpenFlow } from '../screens/open-flow.ts';
import '../screens/rl-canvas-tools.ts';
import '../screens/rl-editor-bar.ts';
import { durationWords } from './duration-words.ts';
import { heatOf, measures, valueOf, type Measure } from './heat.ts';
import { monitorStyles } from './monitor-styles.ts';
import './rl-figures-table.ts';

const periods = ['1', '7', '30', '90', 'all'] as const;

/** How a flow runs: what is frequent, slow or fails, drawn on its diagram, one version beside another. */
@customElement('rl-monitor-screen')
export class RlMonitorScreen extends LitElement {
  @property({ attribute: false }) flow!: OpenFlow;
  @property({ attribute: false }) meta!: Meta;
  @state() private version = 0;
  @state() private against = 0;
  @state() private period = queryParam('period') ?? '30';
  @state() private measure: Measure = 'count';
  @state() private xml = '';
  @state() private figures: FlowFigures | undefined;
  @state() private other: FlowFigures | undefined;
  @state() private names: DiagramNames = noNames;
  @state() private selected = '';
  @state() private error: unknown;
  @query('rl-diagram') private diagram!: RlDiagram;

  private readonly shownName = new ShownName(this);
  static override styles = [base, buttons, segmented, monitorStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('flow')) return;
    this.version = Number(queryParam('v')) || this.flow.latest;
    void this.load().then(() => this.lookBack());
  }

  protected override render() {
    return html`<rl-editor-bar .flow=${this.flow} .name=${this.flowName()} view="monitor"></rl-editor-bar> ${
        may(this.meta, 'flows.operate')
          ? html`${this.renderChoices()}
              <div class="work" data-measure=${this.measure}>${this.renderWork()}</div>`
          : html`<rl-empty
              icon="lock"
              heading=${t('designer.monitor.closed')}
              text=${t('designer.monitor.closed.text')}
            ></rl-empty>`
      }`;
  }

  private renderChoices() {
    const versions = this.flow.versions.map(({ version }) => ({
      value: String(version),
      label: t('designer.version', { version }),
    }));
    return html`<div class="choices">
      ${this.renderChoice('version', versions, (value) => (this.version = Number(value)))}
      ${
        versions.length > 1
          ? this.renderChoice(
              'against',
              [
                { value: '0', label: t('designer.monitor.against.none') },
                ...versions.filter((each) => each.value !== String(this.version)),
              ],
              (value) => (this.against = Number(value)),
            )
          : nothing
      }
      ${this.renderChoice(
        'period',
        periods.map((value) => ({ value, label: t(`designer.monitor.period.${value}`) })),
        (value) => (this.period = value),
      )}
      <div class="segmented" role="group" aria-label=${t('designer.monitor.measure')}>
        ${measures.map(
          (measure) =>
            html`<button
              type="button"
              aria-pressed=${measure === this.measure}
              @click=${() => (this.measure = measure)}
            >
              ${t(`designer.monitor.${measure}`)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  private renderChoice(
    name: 'version' | 'against' | 'period',
    options: { value: string; label: string }[],
    choose: (value: string) => void,
  ) {
    return html`<rl-select
      label=${t(`designer.monitor.${name}`)}
      .options=${options}
      .value=${String(this[name])}
      @change=${(event: CustomEvent<{ value: string }>) => {
        choose(event.detail.value);
        void this.load();
      }}
    ></rl-select>`;
  }

  private renderWork() {
    const { figures } = this;
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    return html`<div class="stage">
        <rl-diagram
          .xml=${this.xml}
          .badges=${this.badges()}
          .classes=${this.classes()}
          label=${t('designer.instance.diagram', { name: this.flowName() })}
          @rl-opened=${(event: CustomEvent<DiagramNames>) => (this.names = event.detail)}
          @rl-select=${(event: CustomEvent<{ element: string }>) => (this.selected = event.detail.element)}
        ></rl-diagram>
        <rl-canvas-tools .target=${this.tools}></rl-canvas-tools>
      </div>
      <aside>${figures ? this.renderFigures(figures) : html`<rl-skeleton rows="5"></rl-skeleton>`}</aside>`;
  }

  private renderFigures(figures: FlowFigures) {
    if (figures.instances === 0)
      return html`<rl-empty
        icon="activity"
        heading=${t('designer.monitor.empty')}
        text=${t('designer.monitor.empty.text')}
      ></rl-empty>`;
    const { instances, running, completed, failed, terminated } = figures;
    const fact = (name: string, count: number) =>
      html`<div>
        <dt>${t(`designer.monitor.${name}`)}</dt>
        <dd>${formatNumber(count)}</dd>
      </div>`;
    return html`<dl>
        ${fact('instances', instances)} ${fact('running', running)} ${fact('completed', completed)}
        ${fact('failed', failed + terminated)}
      </dl>
      ${figures.isPartial ? html`<p class="muted">${t('designer.monitor.partial', { count: instances })}</p>` : nothing}
      <rl-figures-table
        .elements=${figures.elements}
        .other=${this.other?.elements}
        .names=${this.names}
        measure=${this.measure}
        selected=${this.selected}
        @rl-focus=${(event: CustomEvent<{ element: string }>) => {
          this.selected = event.detail.element;
          this.diagram.focusOn(event.detail.element);
        }}
      ></rl-figures-table>`;
  }

  private badges(): TokenBadge[] {
    const ways = new Set(this.names.connections.map((way) => way.id));
    return (this.figures?.elements ?? []).flatMap((figures) => {
      const value = valueOf(figures, this.measure);
      if (value === null || value === 0 || ways.has(figures.element)) return [];
      const isTime = this.measure === 'median' || this.measure === 'p90';
      const text = isTime ? durationWords(value) : formatNumber(value);
      return [{ element: figures.element, text, title: `${t(`designer.monitor.${this.measure}`)}: ${text}` }];
    });
  }

  private classes(): MarkClasses {
    const heat = heatOf(this.figures?.elements ?? [], this.measure);
    return new Map([...heat].map(([element, level]) => [element, `rl-heat-${level}`]));
  }

  private readonly tools = {
    zoomBy: (factor: number): void => this.diagram.zoomBy(factor),
    fit: (): void => this.diagram.fit(),
  };

  private async load(): Promise<void> {
    const { key } = this.flow;
    const { version, against, period } = this;
    replaceQuery({ view: 'monitor', v: version === this.flow.latest ? undefined : String(version), period });
    this.error = undefined;
    this.figures = this.other = undefined;
    const from = period === 'all' ? null : new Date(Date.now() - Number(period) * 86_400_000);
    try {
      const [{ xml }, figures, other] = await Promise.all([
        loadVersion(key, version),
        may(this.meta, 'flows.operate') ? loadFigures(key, version, from) : undefined,
        against > 0 ? loadFigures(key, against, from) : undefined,
      ]);
      if (version !== this.version || period !== this.period || against !== this.against) return;
      Object.assign(this, { xml, figures, other });
    } catch (error) {
      this.error = error;
    }
  }

  /** A version that is new has not run yet: the one before it is of more use then. */
  private async lookBack(): Promise<void> {
    const older = this.flow.versions.find((each) => each.version < this.version)?.version;
    if (this.figures?.instances !== 0 || !older || queryParam('v')) return;
    this.version = older;
    await this.load();
  }

  private flowName(): string {
    return this.shownName.of(this.xml || this.flow.xml, this.flow.key);
  }
}
