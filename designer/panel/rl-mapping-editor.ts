import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../web/components/rl-icon.ts';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { loadInterface } from '../data/load-interface.ts';
import type { Pair } from '../moddle/pairs.ts';
import type { FlowInterface } from './flow-interface.ts';
import { textInput } from './inputs.ts';
import { mappingStyles } from './mapping-styles.ts';
import { PairRows } from './pair-rows.ts';
import { panelStyles } from './panel-styles.ts';
import './rl-expression.ts';

/**
 * What one side of a call or of a group of steps is given: a table of values and the names they get. Names of a called
 * flow are those that it reads and leaves. Fires `rl-change` with `detail: {pairs}`.
 */
@customElement('rl-mapping-editor')
export class RlMappingEditor extends PairRows {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** What expressions can name on this side of the call. */
  @property({ attribute: false }) choices: ScopeName[] = [];
  @property() way: 'in' | 'out' = 'in';
  /** The key of the flow that is called; absent for a group of steps. */
  @property() called: string | undefined;
  /** Everything goes over anyway. */
  @property({ type: Boolean }) all = false;
  private readonly there = new Task(this, {
    task: ([meta, called]) => (meta && called ? loadInterface(meta, called) : null),
    args: () => [this.meta, this.called] as const,
  });

  static override styles = [base, buttons, controls, panelStyles, mappingStyles];

  protected override render() {
    const rows = this.rows();
    const missing = this.missing();
    return html`<datalist id="names">
        ${this.names().map(({ name, label }) => html`<option value=${name}>${label}</option>`)}
      </datalist>
      ${rows.length > 0 ? this.renderTable(rows) : nothing}
      ${
        missing.length > 0
          ? html`<div class="missing">
              <span class="help">${t(`designer.mapping.${this.way}.offered`)}</span>
              ${missing.map(({ name }) => this.renderOffer(name))}
            </div>`
          : nothing
      }
      ${this.renderAdd()}`;
  }

  private renderTable(rows: readonly Pair[]) {
    return html`<div class="table" role="table" aria-label=${t(`designer.mapping.${this.way}`)}>
      <div class="row head" role="row">
        <span role="columnheader">${t(`designer.mapping.${this.way}.value`)}</span>
        <span role="columnheader">${t(`designer.mapping.${this.way}.name`)}</span>
      </div>
      ${rows.map((pair, index) => this.renderRow(pair, index))}
    </div>`;
  }

  private renderRow(pair: Pair, index: number) {
    const scope = this.way === 'out' && this.called !== undefined ? this.leaves() : this.choices;
    return html`<div class="row" role="row">
      <div role="cell">
        <rl-expression
          .value=${pair.value}
          .choices=${scope}
          label=${t(`designer.mapping.${this.way}.value`)}
          @rl-change=${(event: CustomEvent<{ value: string }>) =>
            this.change(index, {
              name: pair.name || plainName(event.detail.value),
              value: event.detail.value,
            })}
        ></rl-expression>
      </div>
      <div class="name" role="cell">
        ${textInput({
          value: pair.name,
          label: t(`designer.mapping.${this.way}.name`),
          isMono: true,
          list: 'names',
          change: (name) => this.change(index, { ...pair, name: name.trim() }),
        })}
        ${this.renderRemove(index, t('designer.mapping.remove', { name: pair.name }))}
      </div>
    </div>`;
  }

  private renderOffer(name: string) {
    return html`<button type="button" class="button" @click=${() => this.offer(name)}>
      <rl-icon name="plus"></rl-icon><code>${name}</code>
    </button>`;
  }

  /** Names of the other side: what the called flow reads, or what this flow has. */
  private names(): readonly { name: string; label: string }[] {
    if (this.way === 'in') return this.known().asks.map((name) => ({ name, label: name }));
    return this.choices.filter(({ name }) => !name.startsWith('$'));
  }

  private known(): FlowInterface {
    return this.there.value ?? { asks: [], leaves: [] };
  }

  private leaves(): ScopeName[] {
    return this.known().leaves;
  }

  /** What the called flow asks for, or has to give, and no row speaks of. */
  private missing(): readonly { name: string }[] {
    if (this.all || this.called === undefined) return [];
    const { asks, leaves } = this.known();
    const offered =
      this.way === 'in' ? asks.map((name) => ({ name })) : leaves.filter(({ name }) => !asks.includes(name));
    return offered.filter(({ name }) =>
      this.pairs.every((pair) => (this.way === 'in' ? pair.name !== name : pair.value.trim() !== name)),
    );
  }

  /** What has the same name here is meant. */
  private offer(name: string): void {
    const isHere = this.way === 'out' || this.choices.some((choice) => choice.name === name);
    if (isHere) return this.write([...this.pairs, { name, value: name }]);
    this.added = { name, value: '' };
  }
}

/** The last name of a path such as `$subject.amount`; empty where it is none. */
const plainName = (source: string): string => /^[\w$.]*?([A-Za-z_]\w*)$/.exec(source.trim())?.[1] ?? '';
