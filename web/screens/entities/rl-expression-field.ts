import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { FieldDefinition } from '../../../core/entity/definition.ts';
import { previewOf, type ExpressionPreview } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import type { MetaField } from '../../data/meta.ts';
import { textOfValue } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import { builderStyles } from './builder-styles.ts';

const pauseMilliseconds = 250;

/**
 * An expression over a record, checked as it is typed and tried on records that are there. Fires `rl-expression`
 * with `detail: {value}`.
 */
@customElement('rl-expression-field')
export class RlExpressionField extends LitElement {
  @property() entity = '';
  @property() kind: 'formula' | 'rule' | 'default' = 'formula';
  @property() value = '';
  @property() label = '';
  @property() help = '';
  /** Formula: what the value is. */
  @property({ attribute: false }) result: FieldDefinition | undefined;
  /** Fields that can be named. */
  @property({ attribute: false }) choices: { id: string; label: string }[] = [];
  @state() private preview: ExpressionPreview | undefined;
  @query('textarea') private area!: HTMLTextAreaElement;
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
      textarea {
        min-height: 54px !important;
        field-sizing: content;
        max-height: 40vh;
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    const problem = this.preview?.problem;
    return html`<span class="field-label" aria-hidden="true">${this.label}</span>
      <div class="line">
        <textarea
          class="control mono"
          aria-label=${this.label}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby="told"
          spellcheck="false"
          rows="2"
          .value=${this.value}
          @input=${(event: Event) => this.change((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        ${
          this.choices.length > 0
            ? html`<rl-menu
                align="end"
                label=${t('entities.field.insert')}
                .items=${this.choices}
                @rl-select=${(event: CustomEvent<{ id: string }>) => this.insert(event.detail.id)}
                ><button
                  slot="trigger"
                  type="button"
                  class="button ghost square"
                  aria-label=${t('entities.field.insert')}
                  title=${t('entities.field.insert')}
                >
                  <rl-icon name="plus"></rl-icon></button
              ></rl-menu>`
            : nothing
        }
      </div>
      <div id="told" role="status">
        ${problem ? html`<p class="field-error">${problem.message}</p>` : nothing}
        ${this.help && !problem && !this.preview ? html`<p class="hint">${this.help}</p>` : nothing}
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
    } catch {
      // The plan below says what is wrong; without an answer there is only no preview.
      if (asked === this.asked) this.preview = undefined;
    }
  }

  private insert(name: string): void {
    const { selectionStart: from, selectionEnd: to } = this.area;
    const at = from + name.length;
    this.change(this.value.slice(0, from) + name + this.value.slice(to));
    void this.updateComplete.then(() => {
      this.area.focus();
      this.area.setSelectionRange(at, at);
    });
  }

  private change(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-expression', { detail: { value } }));
  }
}

const sampleField = (result: FieldDefinition | undefined): MetaField | undefined =>
  result && { id: 'value', type: result.type, label: '', access: 'read', scale: result.scale ?? 4 };
