import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  base,
  buttons,
  controls,
  formatNumber,
  showProblem,
  t,
  updateRecord,
  type MetaEntity,
  type RecordItem,
} from '../../../web/index.ts';
import { endExperiment, readReport, startExperiment } from './parts/experiment-data.ts';
import type { Report, VariantReport } from '../models/experiment/report.ts';
import type { Variant } from '../models/experiment/variants.ts';
import './parts/campaigns-variants.ts';
import { experimentStyles } from './parts/experiment-styles.ts';
import './parts/texts.ts';

/** What came of an experiment: what may be concluded, in sentences, and the figures behind them. */
@customElement('campaigns-experiment')
export class CampaignsExperiment extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private report: Report | undefined;
  @state() private error: unknown;
  @state() private winner = '';
  @state() private isBusy = false;

  static override styles = [base, buttons, controls, experimentStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') || changed.has('pulse')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.report) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    const { sentences, variants, metric } = this.report;
    return html`<div class="sentences" role="status">
        ${sentences.map(({ tone, text }) => html`<p class=${tone}>${text}</p>`)}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('experiment.figures')}>
        <table>
          <thead>
            <tr>
              <th>${t('experiment.variant')}</th>
              <th class="number">${t('experiment.members')}</th>
              <th class="number">${t('experiment.hits')}</th>
              <th>${t(`experiment.measured.${metric}`)}</th>
              <th class="say">${t('experiment.says')}</th>
            </tr>
          </thead>
          <tbody>
            ${variants.map((variant) => this.renderVariant(variant))}
          </tbody>
        </table>
      </div>
      ${this.entity.can.update ? this.renderActs(variants) : nothing}`;
  }

  private renderVariant(variant: VariantReport) {
    return html`<tr>
      <td>
        ${variant.name}
        ${variant.key === this.record['winner'] ? html`<rl-tag tone="good">${t('experiment.chosen')}</rl-tag>` : nothing}
      </td>
      <td class="number">${formatNumber(variant.of)}</td>
      <td class="number">${formatNumber(variant.hits)}</td>
      <td>${variant.of ? this.size(variant.measured) : '–'}${this.renderRange(variant)}</td>
      <td class="say">${variant.sentence}</td>
    </tr>`;
  }

  /** All variants on one scale, so that one sees how far they overlap. */
  private renderRange({ range, measured }: VariantReport) {
    if (!range) return nothing;
    const all = this.report!.variants.flatMap((one) => one.range ?? []);
    const low = Math.min(...all.map((one) => one.low));
    const wide = Math.max(...all.map((one) => one.high)) - low || 1;
    const at = (value: number): number => ((value - low) / wide) * 100;
    return html`<div
      class="bar"
      role="img"
      aria-label=${t('experiment.range', { low: this.size(range.low), high: this.size(range.high) })}
      title=${t('experiment.range', { low: this.size(range.low), high: this.size(range.high) })}
    >
      <i style="left:${at(range.low)}%;width:${at(range.high) - at(range.low)}%"></i>
      <b style="left:${at(measured)}%"></b>
    </div>`;
  }

  private renderActs(variants: readonly VariantReport[]) {
    if (this.record['state'] === 'draft')
      return html`<campaigns-variants
          .variants=${variants.map(({ key, name, share }): Variant => ({ key, name, share }))}
          @rl-variants=${(event: CustomEvent<Variant[]>) => this.save(event.detail)}
        ></campaigns-variants>
        <div class="acts">
          <button
            type="button"
            class="button primary"
            ?disabled=${this.isBusy}
            @click=${() => this.act(() => startExperiment(this.record.id))}
          >
            ${t('experiment.start')}
          </button>
          <span class="muted">${t('experiment.start.help')}</span>
        </div>`;
    if (this.record['state'] !== 'running') return nothing;
    return html`<div class="acts">
      <rl-select
        label=${t('experiment.winner')}
        placeholder=${t('experiment.winner')}
        .options=${variants.map(({ key, name }) => ({ value: key, label: name }))}
        .value=${this.winner}
        @change=${(event: CustomEvent<{ value: string }>) => (this.winner = event.detail.value)}
      ></rl-select>
      <button
        type="button"
        class="button"
        ?disabled=${this.isBusy || this.winner === ''}
        @click=${() => this.act(() => endExperiment(this.record.id, this.winner))}
      >
        ${t('experiment.end')}
      </button>
      <span class="muted">${t('experiment.end.help')}</span>
    </div>`;
  }

  private size(value: number): string {
    return this.report?.metric === 'value'
      ? formatNumber(value, { maximumFractionDigits: 2 })
      : formatNumber(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }

  private save(variants: Variant[]): Promise<void> {
    return this.act(async () => {
      // The next change must name the version that this one made.
      this.record = await updateRecord('experiment', this.record, { variants });
    });
  }

  private async act(run: () => Promise<unknown>): Promise<void> {
    this.isBusy = true;
    await run().catch(showProblem);
    this.isBusy = false;
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    try {
      const report = await readReport(id);
      if (id !== this.record.id) return;
      this.report = report;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
