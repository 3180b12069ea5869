import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../web/components/rl-icon.ts';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import type { DecisionInput, DecisionShape, TriedRow } from '../data/decisions.ts';
import { choiceInput, textInput } from '../panel/inputs.ts';

type Row = Record<string, unknown>;

/** Sample rows and what the decision makes of each. Fires `rl-rows` with `detail: {rows}`. */
@customElement('rl-decision-trial')
export class RlDecisionTrial extends LitElement {
  @property({ attribute: false }) shape: DecisionShape | null = null;
  @property({ attribute: false }) rows: Row[] = [];
  @property({ attribute: false }) results: TriedRow[] = [];

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
        margin-bottom: 18px;
      }
      h3 {
        margin: 0 0 6px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 500;
      }
      .row {
        display: grid;
        gap: 6px;
        margin-bottom: 8px;
        padding: 10px;
        border-radius: var(--rl-radius-card);
        background: var(--rl-sunken);
      }
      label {
        display: grid;
        grid-template-columns: 110px 1fr;
        align-items: center;
        gap: 8px;
      }
      .result {
        display: flex;
        gap: 6px;
        color: var(--rl-good-text);
        font-size: var(--rl-size-small);
        line-height: 18px;
        overflow-wrap: anywhere;
      }
      .result.bad {
        color: var(--rl-bad-text);
      }
      .result.none {
        color: var(--rl-warn-text);
      }
      .result code {
        font-family: var(--rl-mono);
      }
      .result rl-icon {
        flex: none;
        margin-top: 1px;
      }
    `,
  ];

  protected override render() {
    const { shape } = this;
    if (!shape) return nothing;
    return html`<h3>${t('designer.decision.try')}</h3>
      ${this.rows.map((row, index) => this.renderRow(shape, row, index))}
      <button type="button" class="button ghost" @click=${() => this.write([...this.rows, {}])}>
        <rl-icon name="plus"></rl-icon>${t('designer.decision.try.add')}
      </button>`;
  }

  private renderRow({ inputs }: DecisionShape, row: Row, index: number) {
    return html`<div class="row">
      ${inputs.map(
        (input) =>
          html`<label
            ><span class="truncate" title=${input.name}>${input.name}</span
            >${this.renderInput(input, row, index)}</label
          >`,
      )}
      ${isEmpty(row) ? nothing : this.renderResult(this.results[index])}
    </div>`;
  }

  private renderInput({ name, type }: DecisionInput, row: Row, index: number) {
    const change = (text: string): void =>
      this.write(this.rows.map((each, at) => (at === index ? { ...each, [name]: read(text, type) } : each)));
    const value = row[name] === undefined || row[name] === null ? '' : String(row[name]);
    if (type === 'boolean')
      return choiceInput({
        value,
        label: name,
        none: '–',
        choices: ['true', 'false'].map((each) => ({ value: each, label: t(`designer.value.${each}`) })),
        change,
      });
    return textInput({
      value,
      label: name,
      type: type === 'number' || type === 'date' ? type : 'text',
      change,
    });
  }

  private renderResult(result: TriedRow | undefined) {
    if (!result) return nothing;
    if (!result.ok)
      return html`<div class="result bad">
        <rl-icon name="circle-alert"></rl-icon><span>${result.message}</span>
      </div>`;
    const { value, trace } = result.outcome;
    const rules = trace.at(-1)?.rules;
    const isNone = rules?.length === 0;
    const how =
      rules === undefined
        ? ''
        : isNone
          ? t('designer.decision.try.none')
          : t('designer.decision.try.rules', { rules: rules.join(', '), count: rules.length });
    return html`<div class="result ${isNone ? 'none' : ''}" role="status">
      <rl-icon name=${isNone ? 'triangle-alert' : 'check'}></rl-icon
      ><span><code>${JSON.stringify(value)}</code> ${how}</span>
    </div>`;
  }

  private write(rows: Row[]): void {
    this.rows = rows;
    this.dispatchEvent(new CustomEvent('rl-rows', { detail: { rows } }));
  }
}

/** Nothing was tried yet. */
export const isEmpty = (row: Row): boolean =>
  Object.values(row).every((value) => value === null || value === undefined);

/** Of any type: JSON where it is JSON, else the text. */
function read(text: string, type: string): unknown {
  if (text === '') return null;
  if (type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true';
  if (type !== 'any') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
