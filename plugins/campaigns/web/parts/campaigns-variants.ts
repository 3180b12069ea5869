import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, controls, formatNumber, t } from '../../../../web/index.ts';
import type { Variant } from '../../models/experiment/variants.ts';
import { experimentStyles } from './experiment-styles.ts';

const most = 10;

/** The variants of an experiment that has not begun. Fires `rl-variants` with all of them when one was changed. */
@customElement('campaigns-variants')
export class CampaignsVariants extends LitElement {
  @property({ attribute: false }) variants: readonly Variant[] = [];
  @state() private rows: readonly Variant[] = [];

  static override styles = [base, buttons, controls, experimentStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('variants')) this.rows = this.variants;
  }

  protected override render() {
    const whole = this.rows.reduce((sum, { share }) => sum + share, 0) || 1;
    return html`<h3>${t('experiment.variants')}</h3>
      <p class="muted">${t('experiment.variants.help')}</p>
      ${this.rows.map(
        (row, index) =>
          html`<div class="edit">
            <input
              class="control"
              maxlength="80"
              aria-label=${t('experiment.name', { number: index + 1 })}
              .value=${row.name}
              @change=${(event: Event) => this.change(index, { name: valueOf(event).trim() || row.name })}
            />
            <input
              class="control number"
              type="number"
              min="1"
              aria-label=${t('experiment.share', { name: row.name })}
              .value=${String(row.share)}
              @change=${(event: Event) => this.change(index, { share: Math.max(1, Number(valueOf(event)) || 1) })}
            />
            <span class="muted number"
              >${formatNumber(row.share / whole, { style: 'percent', maximumFractionDigits: 1 })}</span
            >
            <button
              type="button"
              class="button ghost square"
              aria-label=${t('experiment.remove', { name: row.name })}
              ?disabled=${this.rows.length <= 2}
              @click=${() => this.tell(this.rows.filter((_, place) => place !== index))}
            >
              <rl-icon name="x"></rl-icon>
            </button>
          </div>`,
      )}
      <div class="acts">
        <button type="button" class="button" ?disabled=${this.rows.length >= most} @click=${() => this.add()}>
          <rl-icon name="plus"></rl-icon>${t('experiment.add')}
        </button>
      </div>`;
  }

  private change(index: number, part: Partial<Variant>): void {
    this.tell(this.rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  }

  private add(): void {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const key = [...letters].find((letter) => !this.rows.some((row) => row.key === letter))!;
    this.tell([...this.rows, { key, name: key.toUpperCase(), share: this.rows[0]?.share ?? 50 }]);
  }

  private tell(rows: readonly Variant[]): void {
    this.rows = rows;
    this.dispatchEvent(new CustomEvent('rl-variants', { detail: rows }));
  }
}

// The cast: these listeners stand on inputs only.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
