import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiProblem } from '../data/client.ts';
import { t } from '../data/i18n.ts';
import type { MetaField } from '../data/meta.ts';
import { isEmptyValue, toWritten } from '../data/values.ts';
import { base } from '../styles/base.ts';
import './rl-field-editor.ts';
import './rl-problem.ts';

/**
 * Fields one below the other. The owner calls `values()` when it wants to save, and `show(error)` when the
 * server refuses: sentences then stand at their fields. Fires `rl-values` {values} when one changes.
 */
@customElement('rl-record-form')
export class RlRecordForm extends LitElement {
  @property({ attribute: false }) fields: MetaField[] = [];
  /** One below the other, whatever the width. */
  @property({ type: Boolean, reflect: true }) single = false;
  @property({ attribute: false }) initial: Record<string, unknown> = {};
  @state() private current: Record<string, unknown> = {};
  @state() private errors: Record<string, string> = {};
  @state() private problem: unknown;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
        gap: 14px 16px;
        align-items: start;
      }
      :host([single]) {
        grid-template-columns: minmax(0, 1fr);
        max-width: 420px;
      }
      .check {
        align-self: end;
      }
      h3 {
        margin-top: 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  /** Written values, or nothing when a required field is empty: it is then marked. */
  values(): Record<string, unknown> | undefined {
    const all = { ...this.initial, ...this.current };
    const missing = this.fields.filter((field) => field.required && isEmptyValue(all[field.id]));
    this.errors = Object.fromEntries(missing.map((field) => [field.id, t('form.missing')]));
    if (missing.length > 0) {
      this.focusField(missing[0]?.id);
      return undefined;
    }
    const given = Object.entries(all).filter(([id, value]) => id in this.current || !isEmptyValue(value));
    return Object.fromEntries(given.map(([id, value]) => [id, toWritten(value)]));
  }

  show(error: unknown): void {
    const known = new Set(this.fields.map((field) => field.id));
    const errors = error instanceof ApiProblem ? error.errors : [];
    const byField = errors.flatMap((each) => {
      const id = each.pointer.split('/').findLast((part) => known.has(part));
      return id ? [[id, each.message ?? each.code] as const] : [];
    });
    this.errors = Object.fromEntries(byField);
    this.problem = byField.length > 0 ? undefined : error;
    this.focusField(byField[0]?.[0]);
  }

  protected override render() {
    const all = { ...this.initial, ...this.current };
    return html`${this.problem ? html`<rl-problem class="wide" inline .retry=${false} .error=${this.problem}></rl-problem>` : ''}
    ${this.fields.map(
      (field, index) =>
        html`${this.renderHeading(field, this.fields[index - 1])}<rl-field-editor
            data-field=${field.id}
            data-node=${field.node ?? nothing}
            class=${isWide(field) ? 'wide' : field.type === 'boolean' ? 'check' : ''}
            .field=${field}
            .value=${all[field.id]}
            error=${this.errors[field.id] ?? ''}
            @change=${(event: CustomEvent<{ value: unknown }>) => {
              this.current = { ...this.current, [field.id]: event.detail.value };
              this.tell();
            }}
          ></rl-field-editor>`,
    )}`;
  }

  /** Where a section begins. */
  private renderHeading(field: MetaField, before: MetaField | undefined) {
    return field.section && field.section !== before?.section
      ? html`<h3 class="wide">${field.section}</h3>`
      : nothing;
  }

  private tell(): void {
    const values = { ...this.initial, ...this.current };
    this.dispatchEvent(new CustomEvent('rl-values', { detail: { values } }));
  }

  private focusField(id: string | undefined): void {
    if (id) this.renderRoot.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`)?.focus();
  }
}

const isWide = (field: MetaField): boolean =>
  ['longText', 'richText', 'json', 'address'].includes(field.type);
