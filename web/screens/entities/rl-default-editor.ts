import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { ofLocale } from '../../data/local-text.ts';
import type { MetaField } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-field-editor.ts';
import { builderStyles } from './builder-styles.ts';
import { hasMember, type Draft } from './draft.ts';
import './rl-expression-field.ts';

type Mode = 'none' | 'value' | 'actor' | 'later' | 'expression';

/** Where days are counted from, by the type of the field. */
const counted: Readonly<Record<string, string>> = { date: '$today()', dateTime: '$now()' };
/** Whoever makes the record. */
const actor = '$actor.id';

/** What a new record has where nobody says anything: a value, or an expression over the rest. Fires `rl-draft`. */
@customElement('rl-default-editor')
export class RlDefaultEditor extends LitElement {
  @property() entity = '';
  @property({ attribute: false }) draft!: Draft;
  @state() private chosen: Mode | undefined;

  static override styles = [base, controls, builderStyles];

  protected override render() {
    const mode = this.chosen ?? this.modeOf();
    const modes = (['none', 'value', 'actor', 'later', 'expression'] as const).filter(
      (one) =>
        (one !== 'value' || hasMember(this.draft.type, 'default')) &&
        (one !== 'actor' || this.draft.type === 'user') &&
        (one !== 'later' || this.draft.type in counted),
    );
    return html`<div class="stack">
      <label class="field"
        ><span class="field-label">${t('entities.field.default')}</span>
        <select
          class="control"
          @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
        >
          ${modes.map(
            (one) =>
              html`<option value=${one} ?selected=${one === mode}>
                ${t(`entities.field.default.${one}`)}
              </option>`,
          )}
        </select></label
      >
      ${mode === 'value' ? this.renderValue() : nothing} ${mode === 'later' ? this.renderLater() : nothing}
      ${
        mode === 'expression'
          ? html`<rl-expression-field
              entity=${this.entity}
              kind="default"
              label=${t('entities.field.default.expression')}
              .value=${this.draft.defaultExpression ?? ''}
              @rl-expression=${(event: CustomEvent<{ value: string }>) =>
                this.emit({ default: undefined, defaultExpression: event.detail.value || undefined })}
            ></rl-expression-field>`
          : nothing
      }
    </div>`;
  }

  private renderValue() {
    return html`<rl-field-editor
      bare
      .field=${this.shownField()}
      .value=${this.draft.default}
      @change=${(event: CustomEvent<{ value: unknown }>) =>
        this.emit({ default: event.detail.value ?? undefined, defaultExpression: undefined })}
    ></rl-field-editor>`;
  }

  private renderLater() {
    return html`<label class="field"
      ><span class="field-label">${t('entities.field.default.laterDays')}</span>
      <input
        class="control"
        type="number"
        step="1"
        .value=${daysLater(this.draft.defaultExpression) ?? '0'}
        @input=${(event: Event) => {
          const days = (event.target as HTMLInputElement).valueAsNumber;
          if (Number.isInteger(days)) this.setLater(days);
        }}
    /></label>`;
  }

  private setLater(days: number): void {
    const from = counted[this.draft.type];
    this.emit({ default: undefined, defaultExpression: `$addDays(${from}, ${days})` });
  }

  /** The field as forms will have it. */
  private shownField(): MetaField {
    const { id, type, options, max, min, scale } = this.draft;
    return {
      id,
      type,
      label: t('entities.field.default'),
      access: 'write',
      ...(max !== undefined && { max }),
      ...(min !== undefined && { min }),
      ...(scale !== undefined && { scale }),
      ...(options && {
        options: options.map((option) => ({
          value: option.value,
          label: ofLocale(option.label, option.value),
          ...(option.color && { color: option.color }),
        })),
      }),
    };
  }

  private modeOf(): Mode {
    const { default: value, defaultExpression } = this.draft;
    if (this.draft.type in counted && daysLater(defaultExpression) !== undefined) return 'later';
    if (this.draft.type === 'user' && defaultExpression === actor) return 'actor';
    if (defaultExpression !== undefined) return 'expression';
    return value === undefined || value === null ? 'none' : 'value';
  }

  private choose(mode: string): void {
    // The options of the select are the modes.
    this.chosen = mode as Mode;
    if (this.chosen === 'later') return this.setLater(0);
    const defaultExpression = this.chosen === 'actor' ? actor : undefined;
    this.emit({ default: undefined, defaultExpression });
  }

  private emit(part: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent('rl-draft', { detail: { part } }));
  }
}

const daysLater = (expression: string | undefined): string | undefined =>
  /^\$addDays\(\$(?:today|now)\(\), (-?\d+)\)$/.exec(expression ?? '')?.[1];
