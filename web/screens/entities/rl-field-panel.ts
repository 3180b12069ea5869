import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { FieldType, LocalText } from '../../../core/entity/definition.ts';
import type { BuilderEntity, BuilderField, EntityChange, EntityUse } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { freeName, nameOf, ofLocale } from '../../data/local-text.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-problem.ts';
import { builderStyles } from './builder-styles.ts';
import { goneOptions, missingIn, operationsOf, typeGroups, type Draft, type OptionFates } from './draft.ts';
import type { RlChangeReview } from './rl-change-review.ts';
import './rl-change-review.ts';
import './rl-field-settings.ts';
import type { RlLocalText } from './rl-local-text.ts';
import './rl-local-text.ts';
import './rl-side-panel.ts';
import './rl-use-list.ts';

/** Makes a field, or one after the other, or changes one. Fires `rl-applied` with `detail: {change, goesOn}` and `rl-close`. */
@customElement('rl-field-panel')
export class RlFieldPanel extends LitElement {
  @property({ attribute: false }) entity!: BuilderEntity;
  /** The field that is changed; absent for a new one. */
  @property({ attribute: false }) field: BuilderField | undefined;
  @state() private draft!: Draft;
  @state() private fates: OptionFates = {};
  @state() private hasOwnId = false;
  /** Another field is to be made after this one. */
  @state() private goesOn = false;
  @query('rl-change-review') private review!: RlChangeReview;
  @query('rl-local-text') private label!: RlLocalText;

  static override styles = [
    base,
    buttons,
    controls,
    builderStyles,
    css`
      summary {
        color: var(--rl-muted);
        cursor: pointer;
      }
      details > * + * {
        margin-top: 12px;
      }
      h3 {
        margin-top: 6px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was added a moment ago may have the name that the draft was given.
    if (changed.has('entity') && this.draft && !this.isUntouched()) this.rename(this.draft.label ?? {});
    if (!changed.has('field') && this.draft) return;
    this.begin();
  }

  private begin(): void {
    this.fates = {};
    this.hasOwnId = false;
    this.draft = this.field ? { ...this.field } : { id: this.idPrefix, type: 'text', label: {} };
  }

  protected override render() {
    const { field, draft, entity } = this;
    const operations = operationsOf(field, draft, this.fates);
    const missing = this.isTaken() ? 'entities.field.taken' : missingIn(draft);
    const heading = field ? ofLocale(field.label, field.id) : t('entities.field.new');
    return html`<rl-side-panel
      heading=${heading}
      @rl-close=${this.close}
      @rl-submit=${() => this.review.submit()}
    >
      <div class="stack">
        <rl-local-text
          label=${t('entities.field.label')}
          required
          .value=${draft.label}
          @rl-text=${(event: CustomEvent<{ value: LocalText }>) => this.rename(event.detail.value)}
        ></rl-local-text>
        ${field?.brokenText ? html`<rl-problem inline .retry=${false} .error=${field.brokenText}></rl-problem>` : nothing}
        ${this.renderType()}
        <rl-field-settings
          entity=${entity.id}
          .draft=${draft}
          ?fixed=${field !== undefined}
          @rl-draft=${(event: CustomEvent<{ part: Partial<Draft> }>) => this.set(event.detail.part)}
        ></rl-field-settings>
        ${
          field
            ? nothing
            : html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${this.goesOn}
                  @change=${(event: Event) => (this.goesOn = (event.target as HTMLInputElement).checked)}
                />${t('entities.field.goesOn')}</label
              >`
        }
        ${goneOptions(field, draft).map((value) => this.renderFate(value))} ${this.renderMore()}
        ${field && this.usesOf(field).length > 0 ? this.renderUses(this.usesOf(field)) : nothing}
      </div>
      <rl-change-review
        slot="foot"
        entity=${entity.id}
        .since=${entity.lastChange}
        .body=${operations.length > 0 && !missing ? { operations } : undefined}
        missing=${missing ? t(missing) : ''}
        label=${field ? t('entities.apply') : t('entities.field.add')}
        @rl-applied=${(event: CustomEvent<{ change: EntityChange }>) => this.applied(event.detail.change)}
      ></rl-change-review>
    </rl-side-panel>`;
  }

  private renderType() {
    const { field, draft } = this;
    const allowed = field?.types;
    return html`<label class="field"
      ><span class="field-label">${t('entities.field.type')}</span>
      <select
        class="control"
        @change=${(event: Event) =>
          // The options below are the types.
          this.set({ type: (event.target as HTMLSelectElement).value as FieldType })}
      >
        ${typeGroups.map(({ id, types }) => {
          const shown = types.filter((type) => !allowed || allowed.includes(type));
          return shown.length === 0
            ? nothing
            : html`<optgroup label=${t(`entities.category.${id}`)}>
                ${shown.map(
                  (type) =>
                    html`<option value=${type} ?selected=${type === draft.type}>
                      ${t(`fieldType.${type}`)}
                    </option>`,
                )}
              </optgroup>`;
        })}
      </select>
      <p class="hint">${t(`entities.type.${draft.type}`)}</p>
      ${
        allowed
          ? html`<p class="hint">
              ${t(allowed.length === 1 ? 'entities.field.typeFixed' : 'entities.field.typeSome')}
            </p>`
          : nothing
      }</label
    >`;
  }

  private renderFate(value: string) {
    const option = this.field?.options?.find((one) => one.value === value);
    const name = ofLocale(option?.label, value);
    const fate = this.fates[value];
    return html`<label class="field"
      ><span class="field-label">${t('entities.option.gone', { name })}</span>
      <select
        class="control"
        @change=${(event: Event) => {
          const by = (event.target as HTMLSelectElement).value;
          this.fates = {
            ...this.fates,
            [value]: by === 'keep' ? undefined : { by: by === 'empty' ? null : by.slice(1) },
          };
        }}
      >
        <option value="keep" ?selected=${!fate}>${t('entities.option.gone.keep')}</option>
        ${
          this.draft.required
            ? nothing
            : html`<option value="empty" ?selected=${fate?.by === null}>
                ${t('entities.option.gone.empty')}
              </option>`
        }
        ${(this.draft.options ?? []).map(
          (one) =>
            html`<option value="=${one.value}" ?selected=${fate?.by === one.value}>
              ${t('entities.option.gone.by', { name: ofLocale(one.label, one.value) })}
            </option>`,
        )}
      </select></label
    >`;
  }

  private renderMore() {
    const { field, draft } = this;
    return html`<details>
      <summary>${t('entities.field.more')}</summary>
      <rl-local-text
        label=${t('entities.field.help')}
        multiline
        .value=${draft.help}
        @rl-text=${(event: CustomEvent<{ value: LocalText }>) => this.set({ help: event.detail.value })}
      ></rl-local-text>
      <label class="field"
        ><span class="field-label">${t('entities.field.id')}</span>
        <input
          class="control mono"
          ?readonly=${field !== undefined}
          spellcheck="false"
          .value=${draft.id}
          @input=${(event: Event) => {
            this.hasOwnId = true;
            this.set({ id: (event.target as HTMLInputElement).value.trim() });
          }}
        />
        <p class="hint">${t(field ? 'entities.field.idFixed' : 'entities.field.idHelp')}</p></label
      >
    </details>`;
  }

  private renderUses(uses: EntityUse[]) {
    return html`<h3>${t('entities.field.usedIn')}</h3>
      <rl-use-list .uses=${uses}></rl-use-list>`;
  }

  private usesOf = (field: BuilderField): EntityUse[] =>
    this.entity.uses.filter((use) => use.field === field.id);

  /** Two fields of one name could not be told apart in any form or list. */
  private isTaken(): boolean {
    const name = ofLocale(this.draft.label).trim().toLowerCase();
    const others = this.entity.fields.filter(({ id }) => id !== this.draft.id);
    return name !== '' && others.some(({ label, id }) => ofLocale(label, id).toLowerCase() === name);
  }

  private get idPrefix(): string {
    return this.entity.isDeclared ? 'x_' : '';
  }

  /** A new field without a name, of the type that it had at first. */
  private isUntouched(): boolean {
    return !this.field && this.draft.type === 'text' && !Object.values(this.draft.label ?? {}).some(Boolean);
  }

  /** Until somebody chooses another, the name in the API follows from the label. */
  private rename(label: LocalText): void {
    if (this.field || this.hasOwnId) return this.set({ label });
    const taken = [...this.entity.fields, ...this.entity.removed].map(({ id }) => id);
    const words = nameOf(label.en || label['zh-CN'] || '') || 'field';
    const name = this.idPrefix ? words.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : words;
    this.set({ label, id: freeName(`${this.idPrefix}${name}`, [...taken, ...system]) });
  }

  private set(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
  }

  private applied(change: EntityChange): void {
    const { goesOn } = this;
    this.dispatchEvent(new CustomEvent('rl-applied', { detail: { change, goesOn } }));
    if (!goesOn) return;
    this.begin();
    this.label.focus();
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}

const system = ['id', 'version', 'owner', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'deletedAt'];
