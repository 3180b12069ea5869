import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { choiceInput } from '../components/native-inputs.ts';
import '../components/rl-icon.ts';
import { t } from '../data/i18n.ts';
import '../expression/expression-texts.ts';
import '../expression/rl-field-tree.ts';
import { valueAt, type ExpressionScope } from '../expression/scope.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import { conditionValue } from './condition-value.ts';
import type { Condition, ConditionRow } from './condition.ts';
import { operatorText } from './operator-text.ts';
import { readCondition } from './read-condition.ts';
import { operatorsFor, startValue } from './suits.ts';
import { writeCondition } from './write-condition.ts';

/**
 * A condition as rows of field, operator and value, for expressions that rows can say. What is slotted stands beside
 * the button that adds one. Fires `rl-change` with `detail: {value}`, the JSONata.
 */
@customElement('rl-condition-rows')
export class RlConditionRows extends LitElement {
  @property() value = '';
  @property({ attribute: false }) scope!: ExpressionScope;
  /** What compares an empty field is not true, rather than a question without an answer. */
  @property({ type: Boolean }) guarded = false;
  /** Rows not yet complete enough to be written. */
  @state() private pending: Condition | null = null;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      .stack {
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
        flex: 1 1 92px;
        width: auto;
      }
      .card {
        display: grid;
        gap: 8px;
        padding: 10px;
        border-radius: var(--rl-radius-card);
        background: var(--rl-sunken);
      }
      .card > .line:first-child {
        flex-wrap: nowrap;
      }
      .toggle {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--rl-control);
        cursor: pointer;
      }
    `,
  ];

  protected override render() {
    const condition = this.pending ?? readCondition(this.value) ?? { join: 'and', rows: [] };
    return html`<div class="stack">
      ${condition.rows.map((row, index) => this.renderRow(condition, row, index))}
      <div class="line">
        <button type="button" class="button ghost" @click=${() => this.add(condition)}>
          <rl-icon name="plus"></rl-icon>${t('expression.condition.add')}
        </button>
        <span class="grow"></span>
        <slot></slot>
      </div>
    </div>`;
  }

  /** The first field, or what adds one. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('rl-field-tree, button')?.focus();
  }

  private renderRow(condition: Condition, row: ConditionRow, index: number) {
    const { scope } = this;
    const found = row.path === '' ? undefined : valueAt(scope, row.path);
    const change = (changed: Partial<ConditionRow>): void =>
      this.apply({
        ...condition,
        rows: condition.rows.map((each, at) => (at === index ? { ...each, ...changed } : each)),
      });
    return html`${index > 0 ? this.renderJoin(condition) : ''}
      <div class="card">
        <div class="line">
          <rl-field-tree
            class="grow"
            .scope=${scope}
            label=${t('expression.condition.field')}
            placeholder=${t('expression.condition.chooseField')}
            shown=${row.path === '' ? '' : (found?.trail.join(' › ') ?? row.path)}
            has-value
            @rl-choose=${(event: CustomEvent<{ path: string }>) =>
              change(startValue(event.detail.path, valueAt(scope, event.detail.path)))}
          ></rl-field-tree>
          <button
            type="button"
            class="button ghost square"
            aria-label=${t('expression.condition.remove')}
            title=${t('expression.condition.remove')}
            @click=${() => this.apply({ ...condition, rows: condition.rows.filter((_, at) => at !== index) })}
          >
            <rl-icon name="x"></rl-icon>
          </button>
        </div>
        <div class="line">
          ${choiceInput({
            value: row.operator,
            label: t('expression.condition.operator'),
            choices: operatorsFor(found?.type, row.operator).map((operator) => ({
              value: operator,
              label: operatorText(operator, found?.type),
            })),
            change: (operator) => change({ operator: operator as ConditionRow['operator'] }), // One of the choices.
          })}
          ${conditionValue({ row, scope, choice: found, change: (value) => change({ value }) })}
        </div>
      </div>`;
  }

  private renderJoin(condition: Condition) {
    return choiceInput({
      value: condition.join,
      label: t('expression.condition.join'),
      choices: (['and', 'or'] as const).map((value) => ({
        value,
        label: t(`expression.condition.${value}`),
      })),
      change: (join) => this.apply({ ...condition, join: join === 'or' ? 'or' : 'and' }),
    });
  }

  /** The keyboard goes on at the field of the new row. */
  private async add(condition: Condition): Promise<void> {
    this.pending = { ...condition, rows: [...condition.rows, { path: '', operator: 'is', value: '' }] };
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>('rl-field-tree')].at(-1)?.focus();
  }

  private apply(condition: Condition): void {
    this.pending = condition.rows.some((row) => row.path === '') ? condition : null;
    const value = writeCondition(condition, { isGuarded: this.guarded });
    if (value === this.value) return this.requestUpdate();
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }
}
