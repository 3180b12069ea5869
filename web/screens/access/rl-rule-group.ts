import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { shownType, type Meta } from '../../data/meta.ts';
import {
  fieldAt,
  pathChoices,
  ruleOperators,
  takesValue,
  type RuleGroup,
  type RuleNode,
  type RuleOperator,
  type RuleOther,
  type RuleTest,
} from '../../data/rule.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import './rl-rule-value.ts';

const modes: RuleGroup['mode'][] = ['and', 'or', 'none'];
const gathering = new Set<RuleOperator>(['in', 'notIn']);

/** Conditions that all, one or none must hold; groups may stand in groups. Fires `rl-group` with `detail: {group}`. */
@customElement('rl-rule-group')
export class RlRuleGroup extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: false }) group!: RuleGroup;
  @property({ type: Number }) depth = 0;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
      }
      .head,
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        color: var(--rl-muted);
      }
      .head .control {
        width: auto;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1.2fr) minmax(0, 0.9fr) minmax(0, 1.4fr) auto;
        gap: 6px;
        align-items: start;
        padding: 4px 0;
      }
      .inner {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px;
        padding: 4px 0;
      }
      .parts {
        margin: 4px 0;
        padding-left: 10px;
        border-left: 2px solid var(--rl-line);
      }
      .inner code {
        overflow-wrap: anywhere;
      }
      .kept {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .broken {
        grid-column: 1 / -1;
        color: var(--rl-bad-text);
        font-size: var(--rl-size-small);
      }
      @media (max-width: 720px) {
        .row {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .row > :nth-child(2),
        .row > :nth-child(3) {
          grid-column: 1;
        }
        .row > .remove {
          grid-row: 1;
          grid-column: 2;
        }
      }
    `,
  ];

  protected override render() {
    const { group } = this;
    return html`<div class="head">
        <select
          class="control"
          aria-label=${t('access.mode')}
          @change=${(event: Event) =>
            // The options below are the modes.
            this.emit({ ...group, mode: (event.target as HTMLSelectElement).value as RuleGroup['mode'] })}
        >
          ${modes.map(
            (mode) =>
              html`<option value=${mode} ?selected=${mode === group.mode}>
                ${t(`access.mode.${mode}`)}
              </option>`,
          )}
        </select>
      </div>
      <div class="parts">${group.parts.map((part, index) => this.renderPart(part, index))}</div>
      <div class="foot">
        <button type="button" class="button ghost" @click=${this.addTest}>
          <rl-icon name="plus"></rl-icon>${t('access.addCondition')}
        </button>
        ${
          this.depth < 4
            ? html`<button type="button" class="button ghost" @click=${this.addGroup}>
                <rl-icon name="plus"></rl-icon>${t('access.addGroup')}
              </button>`
            : nothing
        }
      </div>`;
  }

  private renderPart(part: RuleNode, index: number): TemplateResult {
    if (part.kind === 'test') return this.renderTest(part, index);
    return part.kind === 'group' ? this.renderGroup(part, index) : this.renderOther(part, index);
  }

  private renderOther({ rule }: RuleOther, index: number): TemplateResult {
    return html`<div class="inner">
      <div>
        <code>${JSON.stringify(rule)}</code>
        <p class="kept">${t('access.conditionKept')}</p>
      </div>
      ${this.renderRemove(index)}
    </div>`;
  }

  private renderGroup(part: RuleGroup, index: number): TemplateResult {
    return html`<div class="inner">
      <rl-rule-group
        entity=${this.entity}
        .group=${part}
        .depth=${this.depth + 1}
        @rl-group=${(event: CustomEvent<{ group: RuleGroup }>) => {
          event.stopPropagation();
          this.put(index, event.detail.group);
        }}
      ></rl-rule-group>
      ${this.renderRemove(index)}
    </div>`;
  }

  private renderTest(test: RuleTest, index: number): TemplateResult {
    const field = fieldAt(this.meta, this.entity, test.path);
    const operators = field ? ruleOperators(field) : [];
    const shown = operators.includes(test.operator) ? operators : [test.operator, ...operators];
    return html`<div class="row">
      ${this.renderPath(test, index)}
      <select
        class="control"
        aria-label=${t('access.operator')}
        @change=${(event: Event) =>
          // The options below are operators.
          this.setOperator(index, test, (event.target as HTMLSelectElement).value as RuleOperator)}
      >
        ${shown.map(
          (operator) =>
            html`<option value=${operator} ?selected=${operator === test.operator}>
              ${t(`access.operator.${operator}`)}
            </option>`,
        )}
      </select>
      ${
        field && takesValue(test.operator)
          ? html`<rl-rule-value
              entity=${this.entity}
              .field=${field}
              .value=${test.value}
              ?many=${gathering.has(test.operator)}
              @rl-value=${(event: CustomEvent<{ value: unknown }>) =>
                this.put(index, { ...test, value: event.detail.value })}
            ></rl-rule-value>`
          : html`<span></span>`
      }
      ${this.renderRemove(index)}
      ${test.path && !field ? html`<p class="broken">${t('access.fieldGone', { field: test.path })}</p>` : nothing}
    </div>`;
  }

  private renderPath(test: RuleTest, index: number): TemplateResult {
    const choices = pathChoices(this.meta, this.entity);
    return html`<select
      class="control"
      aria-label=${t('access.field')}
      aria-invalid=${test.path && !choices.some(({ path }) => path === test.path) ? 'true' : nothing}
      @change=${(event: Event) => this.setPath(index, (event.target as HTMLSelectElement).value)}
    >
      ${test.path === '' ? html`<option value="" selected>${t('access.chooseField')}</option>` : nothing}
      ${
        test.path !== '' && !choices.some(({ path }) => path === test.path)
          ? html`<option value=${test.path} selected>${test.path}</option>`
          : nothing
      }
      ${choices.map(
        ({ path, label }) => html`<option value=${path} ?selected=${path === test.path}>${label}</option>`,
      )}
    </select>`;
  }

  private renderRemove(index: number): TemplateResult {
    return html`<button
      type="button"
      class="button ghost square remove"
      aria-label=${t('access.removeCondition')}
      title=${t('access.removeCondition')}
      @click=${() => this.emit({ ...this.group, parts: this.group.parts.filter((_, at) => at !== index) })}
    >
      <rl-icon name="x"></rl-icon>
    </button>`;
  }

  private setPath(index: number, path: string): void {
    const field = fieldAt(this.meta, this.entity, path);
    const operator = field ? ruleOperators(field)[0]! : 'is';
    const value = field && shownType(field) === 'boolean' ? true : undefined;
    this.put(index, { kind: 'test', path, operator, value });
  }

  private setOperator(index: number, test: RuleTest, operator: RuleOperator): void {
    const isMany = gathering.has(operator);
    const value = isMany === Array.isArray(test.value) ? test.value : isMany ? listOf(test.value) : undefined;
    this.put(index, { ...test, operator, value });
  }

  private addTest(): void {
    const test: RuleTest = { kind: 'test', path: '', operator: 'is', value: undefined };
    this.emit({ ...this.group, parts: [...this.group.parts, test] });
  }

  private addGroup(): void {
    const mode = this.group.mode === 'or' ? 'and' : 'or';
    const test: RuleTest = { kind: 'test', path: '', operator: 'is', value: undefined };
    this.emit({ ...this.group, parts: [...this.group.parts, { kind: 'group', mode, parts: [test] }] });
  }

  private put(index: number, part: RuleNode): void {
    this.emit({ ...this.group, parts: this.group.parts.with(index, part) });
  }

  private emit(group: RuleGroup): void {
    this.group = group;
    this.dispatchEvent(new CustomEvent('rl-group', { detail: { group } }));
  }
}

const listOf = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value]);
