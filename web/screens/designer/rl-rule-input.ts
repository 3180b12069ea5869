import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { titleOf } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import { readCondition } from '../../condition/read-condition.ts';
import '../../condition/rl-condition-rows.ts';
import { fieldScope } from '../../expression/field-scope.ts';
import '../../expression/rl-expression-editor.ts';

/**
 * A JSONata condition as rows where rows can say it, and as it is written, with what it says of the sample record as it
 * is made. Fires `rl-rule` {value}.
 */
@customElement('rl-rule-input')
export class RlRuleInput extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() value = '';
  @property() label = '';
  @property() entity = '';
  @property() problem = '';
  @property() placeholder = '';
  @property({ attribute: false }) record: RecordItem | undefined;
  @state() private verdict: boolean | undefined;

  static override styles = [
    base,
    controls,
    css`
      summary {
        width: max-content;
        padding: 4px 0;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        cursor: pointer;
      }
      p {
        display: flex;
        gap: 5px;
        margin-top: 3px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      p.good {
        color: var(--rl-good-text);
      }
      rl-icon {
        width: 13px;
        height: 13px;
        margin-top: 3px;
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('value') || changed.has('record') || changed.has('problem')) void this.judge();
    // What rows cannot say is open; what somebody opened stays so while they write.
    const details = this.renderRoot.querySelector('details');
    if (details && readCondition(this.value) === null) details.open = true;
  }

  protected override render() {
    const scope = fieldScope(this.meta, this.entity);
    return html`<div role="group" aria-label=${this.label}>
      ${
        readCondition(this.value) === null
          ? nothing
          : html`${this.value.trim() ? nothing : html`<p>${this.placeholder}</p>`}<rl-condition-rows
                .value=${this.value}
                .scope=${scope}
                @rl-change=${this.tell}
              ></rl-condition-rows>`
      }
      <details>
        <summary>${t('screens.rule.written')}</summary>
        <rl-expression-editor
          .value=${this.value}
          label=${this.label}
          placeholder=${this.placeholder}
          .scope=${scope}
          .allows=${told}
          @rl-input=${this.tell}
          @rl-change=${this.tell}
        ></rl-expression-editor>
      </details>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : this.renderVerdict()}
    </div>`;
  }

  private tell(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('rl-rule', { detail: event.detail }));
  }

  private renderVerdict() {
    const entity = entityOf(this.meta, this.entity);
    if (!this.value.trim() || this.verdict === undefined || !this.record || !entity) return nothing;
    const title = titleOf(entity.title, this.record);
    return html`<p class=${this.verdict ? 'good' : ''}>
      <rl-icon name=${this.verdict ? 'circle-check' : 'circle-x'}></rl-icon
      >${t(this.verdict ? 'screens.rule.true' : 'screens.rule.false', { title })}
    </p>`;
  }

  private async judge(): Promise<void> {
    const { value, record, meta } = this;
    const entity = entityOf(meta, this.entity);
    if (!value.trim() || !record || !entity || this.problem) {
      this.verdict = undefined;
      return;
    }
    const { decide } = await import('../../rules/rule-engine.ts');
    const empty = Object.fromEntries(entity.fields.map(({ id }) => [id, null]));
    const types = new Map(entity.fields.map(({ id, type, result }) => [id, result?.type ?? type]));
    const environment = {
      bindings: { actor: { id: meta.actor.id, name: meta.actor.name } },
      now: Date.now(),
      timeZone: meta.company.timeZone,
      strict: true,
    };
    try {
      const scope = { record: { ...empty, ...record }, typeOf: (id: string) => types.get(id), environment };
      const both = [decide(value, scope, true), decide(value, scope, false)];
      // What cannot be decided answers as it is told to.
      if (value === this.value) this.verdict = both[0] === both[1] ? both[0] : undefined;
    } catch {
      this.verdict = undefined;
    }
  }
}

/** What is wrong is said below, by the check of the whole screen. */
const told = (): boolean => true;
