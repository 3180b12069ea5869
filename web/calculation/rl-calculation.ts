import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { choiceInput, textInput, type Choice } from '../components/native-inputs.ts';
import { today } from '../condition/condition.ts';
import '../condition/rl-condition-rows.ts';
import { isNumeric, isTime } from '../condition/suits.ts';
import { t } from '../data/i18n.ts';
import type { ExpressionScope, ScopeName } from '../expression/scope.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import {
  calculationKinds,
  calculationSigns,
  resultOf,
  type Calculation,
  type CalculationKind,
  type Sign,
} from './calculation.ts';
import { kindOf, readCalculation } from './read-calculation.ts';
import { writeCalculation } from './write-calculation.ts';

const number = '0';

/**
 * A formula in words: what is computed, and of which fields. Shows what it can of the formula that is there, and
 * leaves the rest to the formula. Fires `rl-calculation` with `detail: {value, result}`.
 */
@customElement('rl-calculation')
export class RlCalculation extends LitElement {
  @property() value = '';
  @property({ attribute: false }) scope!: ExpressionScope;
  /** Chosen, though nothing is written yet. */
  @state() private chosen: CalculationKind | 'own' | '' = '';

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .line > .control {
        flex: 1 1 88px;
        width: auto;
      }
      .line > .sign {
        flex: 0 0 auto;
      }
      .hint {
        margin: 0;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What is written says more than what was chosen before.
    if (changed.has('value') && this.value.trim() && this.chosen !== 'own') this.chosen = '';
  }

  protected override render() {
    const kind = this.kind();
    return html`<label class="field"
        ><span class="field-label">${t('expression.calculation')}</span> ${choiceInput({
          value: kind,
          none: t('form.choose'),
          choices: [...calculationKinds, 'own'].map((each) => ({
            value: each,
            label: t(`expression.calculation.${each}`),
          })),
          // One of the choices.
          change: (chosen) => this.choose(chosen as CalculationKind | 'own' | ''),
        })}</label
      >
      ${this.renderParts(kind)}`;
  }

  private kind(): CalculationKind | 'own' | '' {
    return this.chosen || (this.value.trim() ? (kindOf(this.value) ?? 'own') : '');
  }

  private renderParts(kind: CalculationKind | 'own' | '') {
    if (kind === '' || kind === 'own') return nothing;
    if (kind === 'check') {
      return html`<rl-condition-rows
        .value=${this.value}
        .scope=${this.scope}
        @rl-change=${(event: CustomEvent<{ value: string }>) => this.write(event.detail.value, kind)}
      ></rl-condition-rows>`;
    }
    const calculation = readCalculation(this.value);
    if (calculation?.kind !== kind)
      return html`<p class="hint">${t(`expression.calculation.${kind}.none`)}</p>`;
    return html`<div class="line">${this.renderLine(calculation)}</div>`;
  }

  private renderLine(calculation: Calculation) {
    const left = this.operand(calculation, 'left');
    const right = this.operand(calculation, 'right');
    if (calculation.kind === 'numbers') {
      const sign = choiceInput({
        label: t('expression.calculation.sign'),
        value: calculation.sign,
        choices: calculationSigns.map((each) => ({ value: each, label: t(`expression.sign.${each}`) })),
        // One of the choices.
        change: (chosen) => this.set({ ...calculation, sign: chosen as typeof calculation.sign }),
      });
      return html`${left}${sign}${right}`;
    }
    if (calculation.kind === 'texts') {
      const between = textInput({
        label: t('expression.calculation.between'),
        value: calculation.between,
        change: (text) => this.set({ ...calculation, between: text }),
      });
      return html`${left}${between}${right}`;
    }
    const word = (place: string) =>
      html`<span>${t(`expression.calculation.${calculation.kind}.${place}`)}</span>`;
    return calculation.kind === 'later'
      ? html`${right}${word('left')}${left}`
      : html`${word('left')}${left}${word('right')}${right}`;
  }

  /** A field, today, or a number where one may stand. */
  private operand(calculation: Calculation, side: 'left' | 'right') {
    const value = calculation[side];
    const { choices, takesNumber } = this.offered(calculation.kind, side);
    const isNumber = takesNumber && /^-?[\d.]+$/.test(value);
    const label = t(`expression.calculation.${side}`);
    const change = (next: string): void => this.set({ ...calculation, [side]: next });
    return html`${choiceInput({
      label,
      value: isNumber ? number : value,
      choices: takesNumber
        ? [...choices, { value: number, label: t('expression.calculation.number') }]
        : choices,
      change,
    })}
    ${
      isNumber
        ? textInput({
            label: t('expression.calculation.number'),
            type: 'number',
            value,
            change: (text) => change(text || '0'),
          })
        : nothing
    }`;
  }

  private offered(
    kind: CalculationKind,
    side: 'left' | 'right',
  ): { choices: Choice[]; takesNumber: boolean } {
    const fits = ({ type }: ScopeName): boolean => {
      if (kind === 'numbers' || (kind === 'later' && side === 'right')) return isNumeric(type);
      return kind === 'texts' ? !['json', 'file', 'secret'].includes(type) : isTime(type);
    };
    const fields = this.scope.names
      .filter(fits)
      .map(({ name, label }) => ({ value: name, label: label || name }));
    const takesToday = kind === 'days' || kind === 'months';
    return {
      choices: [...(takesToday ? [{ value: today, label: t('expression.against.today') }] : []), ...fields],
      takesNumber: kind === 'numbers' || (kind === 'later' && side === 'right'),
    };
  }

  /** Begins with the first fields that fit, so that there is something to see and to change. */
  private choose(kind: CalculationKind | 'own' | ''): void {
    this.chosen = kind;
    if (kind === '' || kind === 'own') return;
    if (kind === 'check') return this.write('', kind);
    const [first, second] = this.offered(kind, 'left').choices.filter(({ value }) => value !== today);
    if (!first) return this.write('', kind);
    const left = kind === 'days' || kind === 'months' ? today : first.value;
    const right = {
      days: first.value,
      months: first.value,
      later: '7',
      numbers: second?.value ?? '1',
      texts: (second ?? first).value,
    }[kind];
    if (kind === 'numbers') this.set({ kind, left, sign: '*', right });
    else if (kind === 'texts') this.set({ kind, left, between: ' ', right });
    else this.set({ kind, left, right });
  }

  private set(calculation: Calculation): void {
    this.write(writeCalculation(calculation), calculation.kind, calculation);
  }

  private write(
    value: string,
    kind: CalculationKind,
    operands?: { left: string; right: string; sign?: Sign },
  ): void {
    const typeOf = (path: string | undefined): string => {
      if (path && /^-?\d+$/.test(path)) return 'integer';
      return this.scope.names.find(({ name }) => name === path)?.type ?? '';
    };
    const { left, right, sign } = operands ?? {};
    const result = resultOf(kind, { left: typeOf(left), right: typeOf(right), ...(sign && { sign }) });
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-calculation', { detail: { value, result } }));
  }
}
