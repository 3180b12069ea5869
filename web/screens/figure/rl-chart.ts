import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base } from '../../styles/base.ts';
import '../../components/rl-skeleton.ts';
import type { ChartLook, ChartSeries } from './chart-series.ts';
import type { ChartPicture } from './draw-chart.ts';

/**
 * A chart as a picture, and as a table for those who do not see it, or where the code that draws does not come. Fires `rl-pick` {key, series} for a category
 * and the place of its series.
 */
@customElement('rl-chart')
export class RlChart extends LitElement {
  @property({ attribute: false }) look!: ChartLook;
  @property({ attribute: false }) data!: ChartSeries;
  @property() label = '';
  @state() private stage: 'waits' | 'drawn' | 'table' = 'waits';
  @query('.picture') private element!: HTMLElement;
  private picture: ChartPicture | undefined;
  private readonly sizes = new ResizeObserver(() => this.picture?.resize());
  private readonly themes = new MutationObserver(() => this.picture?.show(this.look, this.data));

  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        height: 100%;
        min-height: 160px;
      }
      .picture {
        position: absolute;
        inset: 0;
      }
      .plain {
        width: 100%;
        font-variant-numeric: tabular-nums;
      }
      .plain caption {
        display: none;
      }
      .plain th {
        font-weight: 400;
        text-align: left;
      }
      .plain th[scope='col'],
      .plain td {
        text-align: right;
      }
    `,
  ];

  /** The picture as PNG, for a file; undefined until it is drawn. */
  toPng(): string | undefined {
    return this.picture?.toPng();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.themes.disconnect();
    this.picture?.dispose();
    this.picture = undefined;
    this.stage = 'waits';
  }

  protected override render() {
    const { categories, series } = this.data;
    return html`${this.stage === 'waits' ? html`<rl-skeleton rows="5"></rl-skeleton>` : nothing}
      <div class="picture" role="img" aria-label=${this.label} ?hidden=${this.stage === 'table'}></div>
      <table class=${this.stage === 'table' ? 'plain' : 'visually-hidden'}>
        <caption>
          ${this.label}
        </caption>
        ${
          series.length > 1
            ? html`<tr>
                <td></td>
                ${series.map(({ name }) => html`<th scope="col">${name}</th>`)}
              </tr>`
            : nothing
        }
        ${categories.map(
          (category, index) =>
            html`<tr>
              <th scope="row">${category.label}</th>
              ${series.map(({ amounts }) => html`<td>${amounts[index]?.text ?? ''}</td>`)}
            </tr>`,
        )}
      </table>`;
  }

  protected override async updated(_changed: PropertyValues): Promise<void> {
    if (!this.picture && this.stage === 'waits') await this.draw();
    this.picture?.show(this.look, this.data);
  }

  private async draw(): Promise<void> {
    const library = await import('./draw-chart.ts').catch(() => null);
    if (!this.isConnected || this.picture) return;
    this.stage = library ? 'drawn' : 'table';
    if (!library) return;
    this.picture = library.drawChart(this.element, (pick) =>
      this.dispatchEvent(new CustomEvent('rl-pick', { detail: pick })),
    );
    this.sizes.observe(this);
    this.themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-still'] });
  }
}
