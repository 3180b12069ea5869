import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { ImportChange, ImportItem } from '../../data/imports.ts';
import { entityOf, isEditable, type Meta, type MetaField } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-button.ts';
import '../../components/rl-field-editor.ts';
import '../../components/rl-select.ts';
import { importStyles } from './import-styles.ts';

type Chosen = CustomEvent<{ value: unknown }>;

/** Values that every row gets where no column fills the field. Fires `rl-change`. */
@customElement('rl-import-defaults')
export class RlImportDefaults extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) item!: ImportItem;

  static override styles = [
    base,
    buttons,
    importStyles,
    css`
      .row {
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) auto;
      }
      .add {
        max-width: 320px;
        margin-top: 12px;
      }
    `,
  ];

  protected override render() {
    const fields = this.freeFields();
    const { defaults } = this.item.options;
    const shown = fields.filter((field) => field.id in defaults || this.item.missing.includes(field.id));
    const others = fields.filter((field) => !shown.includes(field));
    if (fields.length === 0) return nothing;
    return html`<h3>${t('import.fixed.title')}</h3>
      <p class="lead">${t('import.fixed.lead')}</p>
      ${shown.map((field) => this.renderField(field))}
      ${
        others.length > 0
          ? html`<rl-select
              class="add"
              label=${t('import.fixed.add')}
              placeholder=${t('import.fixed.add')}
              .options=${others.map(({ id, label }) => ({ value: id, label }))}
              @change=${(event: CustomEvent<{ value: string }>) => this.set(event.detail.value, null)}
            ></rl-select>`
          : nothing
      }`;
  }

  private renderField(field: MetaField) {
    return html`<div class="row">
      <span>${field.label}</span>
      <rl-field-editor
        bare
        .field=${field}
        .value=${this.item.options.defaults[field.id] ?? null}
        @change=${(event: Chosen) => this.set(field.id, event.detail.value)}
      ></rl-field-editor>
      <rl-button
        variant="ghost"
        square
        icon="x"
        label=${t('action.remove')}
        @click=${() => this.set(field.id, undefined)}
      ></rl-button>
    </div>`;
  }

  private freeFields(): MetaField[] {
    const entity = entityOf(this.meta, this.item.target);
    const mapped = new Set(this.item.mapping.map((each) => each.field));
    const importable = new Set(this.item.fields.map((field) => field.id));
    return (entity?.fields ?? []).filter(
      (field) => importable.has(field.id) && !mapped.has(field.id) && isEditable(field),
    );
  }

  private set(field: string, value: unknown): void {
    const defaults = { ...this.item.options.defaults, [field]: value };
    if (value === undefined) delete defaults[field];
    const change: ImportChange = { options: { defaults } };
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { change }, bubbles: true, composed: true }));
  }
}
