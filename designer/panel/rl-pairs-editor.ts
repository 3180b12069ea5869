import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import { expressionFault } from '../../web/expression/parse-expression.ts';
import type { Pair } from '../moddle/pairs.ts';
import { textInput } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';

/** Names and the expressions that give their values. Fires `rl-change` with `detail: {pairs}`. */
@customElement('rl-pairs-editor')
export class RlPairsEditor extends LitElement {
  @property({ attribute: false }) pairs: Pair[] = [];
  /** What the names are, and where the values come from. */
  @property() nameLabel = '';
  @property() valueLabel = '';
  /** A row without a name or value yet is not written. */
  @state() private added: Pair | null = null;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const rows = this.added ? [...this.pairs, this.added] : this.pairs;
    return html`<div class="stack">
      ${rows.map((pair, index) => this.renderRow(pair, index))}
      <div>
        <button
          type="button"
          class="button ghost"
          ?disabled=${this.added !== null}
          @click=${() => (this.added = { name: '', value: '' })}
        >
          <rl-icon name="plus"></rl-icon>${t('designer.pairs.add')}
        </button>
      </div>
    </div>`;
  }

  private renderRow(pair: Pair, index: number) {
    const fault = pair.value.trim() ? expressionFault(pair.value) : null;
    return html`<div class="line">
        ${textInput({
          value: pair.name,
          label: this.nameLabel,
          placeholder: this.nameLabel,
          isMono: true,
          change: (name) => this.change(index, { ...pair, name: name.trim() }),
        })}
        <span class="muted" aria-hidden="true">=</span>
        ${textInput({
          value: pair.value,
          label: this.valueLabel,
          placeholder: this.valueLabel,
          isMono: true,
          change: (value) => this.change(index, { ...pair, value }),
        })}
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('designer.pairs.remove')}
          title=${t('designer.pairs.remove')}
          @click=${() => this.removeRow(index)}
        >
          <rl-icon name="x"></rl-icon>
        </button>
      </div>
      ${fault ? html`<div class="fault">${fault}</div>` : ''}`;
  }

  private change(index: number, pair: Pair): void {
    const isNew = index >= this.pairs.length;
    const isComplete = pair.name !== '' && pair.value.trim() !== '';
    if (isNew && !isComplete) this.added = pair;
    else if (isNew) this.write([...this.pairs, pair]);
    else if (isComplete) this.write(this.pairs.map((each, at) => (at === index ? pair : each)));
    else this.removeRow(index);
  }

  private removeRow(index: number): void {
    if (index >= this.pairs.length) this.added = null;
    else this.write(this.pairs.filter((_, at) => at !== index));
  }

  private write(pairs: Pair[]): void {
    this.added = null;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { pairs } }));
  }
}
