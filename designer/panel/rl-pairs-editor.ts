import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { locale, t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { expressionFault } from '../../web/expression/parse-expression.ts';
import type { Pair } from '../moddle/pairs.ts';
import { textInput } from './inputs.ts';
import { PairRows } from './pair-rows.ts';
import { panelStyles } from './panel-styles.ts';

/** Names and the expressions, or numbers, that are their values. Fires `rl-change` with `detail: {pairs}`. */
@customElement('rl-pairs-editor')
export class RlPairsEditor extends PairRows {
  /** What the names are, and where the values come from. */
  @property() nameLabel = '';
  @property() valueLabel = '';
  @property({ type: Boolean, attribute: 'are-numbers' }) areNumbers = false;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const rows = this.rows();
    return html`<div class="stack">
      ${rows.map((pair, index) => this.renderRow(pair, index))} ${this.renderAdd()}
      ${this.areNumbers && this.pairs.length > 1 ? html`<span class="help">${this.total()}</span>` : ''}
    </div>`;
  }

  private total(): string {
    const total = this.pairs.reduce((sum, { value }) => sum + Number(value), 0);
    return t('designer.numbers.total', { total: new Intl.NumberFormat(locale()).format(total) });
  }

  private renderRow(pair: Pair, index: number) {
    const fault = pair.value.trim() ? expressionFault(pair.value) : null;
    return html`<div class="line">
        ${textInput({
          value: pair.name,
          label: this.nameLabel,
          placeholder: this.nameLabel,
          isMono: !this.areNumbers,
          change: (name) => this.change(index, { ...pair, name: name.trim() }),
        })}
        <span class="muted" aria-hidden="true">=</span>
        ${textInput({
          value: pair.value,
          label: this.valueLabel,
          placeholder: this.valueLabel,
          isMono: !this.areNumbers,
          ...(this.areNumbers && { type: 'number' }),
          change: (value) => this.change(index, { ...pair, value }),
        })}
        ${this.renderRemove(index, t('designer.pairs.remove'))}
      </div>
      ${fault ? html`<div class="fault">${fault}</div>` : ''}`;
  }
}
