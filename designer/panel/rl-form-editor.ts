import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import { formFieldTypes, type FormField } from '../moddle/form.ts';
import { fieldId } from '../moddle/field-id.ts';
import { choiceInput, labelled, textArea, textInput, toggle, type Choice } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';

/** The fields that a person fills in. Fires `rl-change` with `detail: {fields}`. */
@customElement('rl-form-editor')
export class RlFormEditor extends LitElement {
  @property({ attribute: false }) fields: FormField[] = [];
  @property({ attribute: false }) entities: Choice[] = [];
  @state() private opened = -1;

  static override styles = [
    base,
    buttons,
    controls,
    panelStyles,
    css`
      .row {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: var(--rl-row);
        border-bottom: 1px solid var(--rl-line);
      }
      .row > button:first-child {
        justify-content: flex-start;
        padding: 0 4px;
        color: var(--rl-text);
      }
      .card {
        margin: 6px 0 8px;
      }
    `,
  ];

  protected override render() {
    return html`<div>
      ${this.fields.map((field, index) => this.renderField(field, index))}
      <button type="button" class="button ghost" @click=${this.add}>
        <rl-icon name="plus"></rl-icon>${t('designer.form.add')}
      </button>
    </div>`;
  }

  private renderField(field: FormField, index: number) {
    const isOpen = this.opened === index;
    return html`<div class="row">
        <button
          type="button"
          class="button ghost grow"
          aria-expanded=${isOpen}
          @click=${() => (this.opened = isOpen ? -1 : index)}
        >
          <span class="truncate">${field.label || field.id}</span>
          <span class="muted small"
            >${t(`designer.fieldType.${field.type}`)}${field.isRequired ? ' *' : ''}</span
          >
        </button>
        ${this.renderMove(index, -1, 'chevron-up', t('designer.form.up'))}
        ${this.renderMove(index, 1, 'chevron-down', t('designer.form.down'))}
        ${this.renderIcon('x', t('designer.form.remove'), () => this.removeField(index))}
      </div>
      ${isOpen ? this.renderDetails(field, index) : nothing}`;
  }

  private renderMove(index: number, step: number, icon: string, label: string) {
    const to = index + step;
    return to < 0 || to >= this.fields.length
      ? nothing
      : this.renderIcon(icon, label, () => this.move(index, to));
  }

  private renderIcon(icon: string, label: string, run: () => void) {
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${label}
      title=${label}
      @click=${run}
    >
      <rl-icon name=${icon}></rl-icon>
    </button>`;
  }

  private renderDetails(field: FormField, index: number) {
    const change = (changed: Partial<FormField>): void =>
      this.write(this.fields.map((each, at) => (at === index ? { ...each, ...changed } : each)));
    return html`<div class="card">
      ${labelled(t('designer.form.label'), textInput({ value: field.label, change: (label) => change({ label }) }))}
      ${labelled(
        t('designer.form.id'),
        textInput({ value: field.id, isMono: true, change: (id) => change({ id: fieldId(id, field.id) }) }),
        t('designer.form.id.help'),
      )}
      ${labelled(
        t('designer.form.type'),
        choiceInput({
          value: field.type,
          choices: formFieldTypes.map((type) => ({ value: type, label: t(`designer.fieldType.${type}`) })),
          change: (type) => change({ type: formFieldTypes.find((each) => each === type) ?? 'text' }),
        }),
      )}
      ${
        field.type === 'select'
          ? labelled(
              t('designer.form.options'),
              textArea({
                rows: 3,
                value: optionLines(field),
                change: (text) => change({ options: readOptions(text) }),
              }),
              t('designer.form.options.help'),
            )
          : nothing
      }
      ${
        field.type === 'relation'
          ? labelled(
              t('designer.form.entity'),
              choiceInput({
                value: field.entity ?? '',
                none: t('designer.none'),
                choices: this.entities,
                change: (entity) => change({ entity }),
              }),
            )
          : nothing
      }
      ${toggle({ isOn: field.isRequired, label: t('designer.form.required'), change: (isRequired) => change({ isRequired }) })}
    </div>`;
  }

  private add(): void {
    const ids = this.fields.map((field) => field.id);
    let number = ids.length + 1;
    while (ids.includes(`field${number}`)) number += 1;
    this.opened = this.fields.length;
    this.write([
      ...this.fields,
      { id: `field${number}`, label: '', type: 'text', isRequired: false, options: [] },
    ]);
  }

  private removeField(index: number): void {
    this.opened = -1;
    this.write(this.fields.filter((_, at) => at !== index));
  }

  private move(from: number, to: number): void {
    const fields = [...this.fields];
    const [moved] = fields.splice(from, 1);
    if (moved) fields.splice(to, 0, moved);
    if (this.opened === from) this.opened = to;
    this.write(fields);
  }

  private write(fields: FormField[]): void {
    this.fields = fields;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { fields } }));
  }
}

const optionLines = (field: FormField): string =>
  field.options
    .map(({ value, label }) => (label && label !== value ? `${value} = ${label}` : value))
    .join('\n');

const readOptions = (text: string): FormField['options'] =>
  text
    .split('\n')
    .map((line) => line.split('=').map((part) => part.trim()))
    .filter(([value]) => value)
    .map(([value = '', label = value]) => ({ value, label }));
