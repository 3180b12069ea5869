import { LitElement, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../web/components/rl-icon.ts';
import { t } from '../../web/data/i18n.ts';
import type { Pair } from '../moddle/pairs.ts';

/** Rows of names and values as one edits them. Fires `rl-change` with `detail: {pairs}` when a row is whole or gone. */
export abstract class PairRows extends LitElement {
  @property({ attribute: false }) pairs: Pair[] = [];
  /** A row without a name or value yet is not written. */
  @state() protected added: Pair | null = null;

  protected rows(): readonly Pair[] {
    return this.added ? [...this.pairs, this.added] : this.pairs;
  }

  protected renderAdd() {
    return html`<div>
      <button
        type="button"
        class="button ghost"
        ?disabled=${this.added !== null}
        @click=${() => (this.added = { name: '', value: '' })}
      >
        <rl-icon name="plus"></rl-icon>${t('designer.pairs.add')}
      </button>
    </div>`;
  }

  protected renderRemove(index: number, label: string) {
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${label}
      title=${t('designer.pairs.remove')}
      @click=${() => this.removeRow(index)}
    >
      <rl-icon name="x"></rl-icon>
    </button>`;
  }

  protected change(index: number, pair: Pair): void {
    const isNew = index >= this.pairs.length;
    const isComplete = pair.name !== '' && pair.value.trim() !== '';
    if (isNew && !isComplete) this.added = pair;
    else if (isNew) this.write([...this.pairs, pair]);
    else if (isComplete) this.write(this.pairs.map((each, at) => (at === index ? pair : each)));
    else this.removeRow(index);
  }

  protected write(pairs: Pair[]): void {
    this.added = null;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { pairs } }));
  }

  private removeRow(index: number): void {
    if (index >= this.pairs.length) this.added = null;
    else this.write(this.pairs.filter((_, at) => at !== index));
  }
}
