import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { FieldDefinition } from '../../../core/entity/definition.ts';
import { metaContext } from '../../context/meta.ts';
import { previewOf, type ExpressionPreview } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaField } from '../../data/meta.ts';
import { textOfValue } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { operandScope } from '../../expression/field-scope.ts';
import '../../expression/rl-expression-editor.ts';
import type { RlExpressionEditor } from '../../expression/rl-expression-editor.ts';
import '../../expression/rl-field-tree.ts';
import { builderStyles } from './builder-styles.ts';

const pauseMilliseconds = 250;

/**
 * An expression over a record, checked as it is typed and tried on records that are there. Fires `rl-expression`
 * with `detail: {value}`, and `rl-preview` with `detail: {preview}` when it was tried.
 */
@customElement('rl-expression-field')
export class RlExpressionField extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property() kind: 'formula' | 'rule' | 'default' = 'formula';
  @property() value = '';
  @property() label = '';
  @property() help = '';
  /** What to open to see the text itself, where conditions beside it say the same. */
  @property() folded = '';
  /** Opens it; nothing closes it while somebody writes. */
  @property({ type: Boolean }) unfolded = false;
  /** Formula: what the value is. */
  @property({ attribute: false }) result: FieldDefinition | undefined;
  @state() private preview: ExpressionPreview | undefined;
  @query('rl-expression-editor') private editor!: RlExpressionEditor;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = '';

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    controls,
    builderStyles,
    css`
      :host {
        display: block;
      }
      .line {
        align-items: start;
      }
      rl-expression-editor {
        flex: 1;
      }
      table {
        width: 100%;
        margin-top: 8px;
        border-collapse: collapse;
      }
      caption {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        text-align: left;
      }
      td {
        padding: 3px 0;
        border-bottom: 1px solid var(--rl-line);
        max-width: 180px;
      }
      td:last-child {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .bad {
        color: var(--rl-bad-text);
      }
      .good {
        color: var(--rl-good-text);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value') && !changed.has('result') && !changed.has('kind')) return;
    const asked = JSON.stringify([this.value, this.result, this.kind]);
    if (asked === this.asked) return;
    this.asked = asked;
    clearTimeout(this.timer);
    if (!this.value.trim() || !this.entity) this.preview = undefined;
    else this.timer = setTimeout(() => void this.ask(asked), pauseMilliseconds);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const details = changed.has('unfolded') && this.unfolded && this.renderRoot.querySelector('details');
    if (details) details.open = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    const scope = operandScope(this.meta, this.entity);
    const line = html`<div class="line">
      <rl-expression-editor
        multiline
        .value=${this.value}
        label=${this.label}
        .scope=${scope}
        .allows=${isTold}
        @rl-input=${(event: CustomEvent<{ value: string }>) => this.change(event.detail.value)}
        @rl-change=${(event: CustomEvent<{ value: string }>) => this.change(event.detail.value)}
      ></rl-expression-editor>
      <rl-field-tree
        .scope=${scope}
        label=${t('entities.field.insert')}
        @rl-choose=${(event: CustomEvent<{ path: string }>) => this.editor.insert(event.detail.path)}
      ></rl-field-tree>
    </div>`;
    const told = this.renderTold();
    if (this.folded)
      return html`<details>
          <summary>${this.folded}</summary>
          ${line}
        </details>
        ${told}`;
    return html`<span class="field-label" aria-hidden="true">${this.label}</span>${line}${told}`;
  }

  private renderTold() {
    const problem = this.preview?.problem;
    return html`<div id="told" role="status">
      ${problem ? html`<p class="field-error">${problem.message}</p>` : nothing}
      ${this.help && !this.folded && !problem && !this.preview ? html`<p class="hint">${this.help}</p>` : nothing}
      ${
        this.preview?.askable && !problem
          ? html`<p class="hint">${t(`entities.field.askable.${this.preview.askable}`)}</p>`
          : nothing
      }
      ${this.preview && !problem ? this.renderSamples(this.preview) : nothing}
    </div>`;
  }

  private renderSamples({ samples }: ExpressionPreview) {
    if (samples.length === 0) return html`<p class="hint">${t('entities.preview.none')}</p>`;
    return html`<table>
      <caption>
        ${t('entities.preview.heading')}
      </caption>
      ${samples.map(
        ({ title, value, problem }) =>
          html`<tr>
            <td class="truncate">${String(title ?? '')}</td>
            <td class=${problem ? 'bad' : ''}>${problem ?? this.valueText(value)}</td>
          </tr>`,
      )}
    </table>`;
  }

  private valueText(value: unknown) {
    if (value === null || value === undefined)
      return html`<span class="muted">${t('entities.preview.empty')}</span>`;
    if (this.kind === 'rule')
      return value === true
        ? html`<span class="good">${t('entities.preview.met')}</span>`
        : html`<span class="bad">${t('entities.preview.unmet')}</span>`;
    return textOfValue(sampleField(this.result), value);
  }

  private async ask(asked: string): Promise<void> {
    const { kind, value: expression, result } = this;
    try {
      const body = { kind, expression, ...(kind === 'formula' && result && { result }) };
      const preview = await previewOf(this.entity, body);
      if (asked === this.asked) this.preview = preview;
      this.dispatchEvent(new CustomEvent('rl-preview', { detail: { preview: this.preview } }));
    } catch {
      // The plan below says what is wrong; without an answer there is only no preview.
      if (asked === this.asked) this.preview = undefined;
    }
  }

  private change(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-expression', { detail: { value } }));
  }
}

const sampleField = (result: FieldDefinition | undefined): MetaField | undefined =>
  result && { id: 'value', type: result.type, label: '', access: 'read', scale: result.scale ?? 4 };

/** What is wrong is said below, by what tries it. */
const isTold = (): boolean => true;
