import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import '../../web/components/rl-icon.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import type { FormField } from '../moddle/form.ts';
import { formEditorStyles } from './form-editor-styles.ts';
import { formFieldDetails } from './form-field-details.ts';
import type { Choice } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';
import './rl-form-preview.ts';

/** The fields that a person fills in, in an order that is dragged or moved by keys. Fires `rl-change` with `detail: {fields}`. */
@customElement('rl-form-editor')
export class RlFormEditor extends LitElement {
  @property({ attribute: false }) fields: FormField[] = [];
  @property({ attribute: false }) entities: Choice[] = [];
  /** What a first value can name. */
  @property({ attribute: false }) choices: ScopeName[] = [];
  @state() private opened = -1;
  @state() private dragged = -1;
  @state() private over = -1;
  @state() private isPreviewed = false;

  static override styles = [base, buttons, controls, panelStyles, formEditorStyles];

  protected override render() {
    return html`<div>
      ${this.fields.map((field, index) => this.renderField(field, index))}
      <div class="line">
        <button type="button" class="button ghost" @click=${this.add}>
          <rl-icon name="plus"></rl-icon>${t('designer.form.add')}
        </button>
        <span class="grow"></span>
        ${this.fields.length > 0 ? this.renderPreviewSwitch() : nothing}
      </div>
      ${this.isPreviewed ? html`<rl-form-preview .fields=${this.fields}></rl-form-preview>` : nothing}
    </div>`;
  }

  private renderPreviewSwitch() {
    return html`<button
      type="button"
      class="button ghost"
      aria-expanded=${this.isPreviewed}
      @click=${() => (this.isPreviewed = !this.isPreviewed)}
    >
      <rl-icon name="eye"></rl-icon
      >${t(this.isPreviewed ? 'designer.form.preview.hide' : 'designer.form.preview')}
    </button>`;
  }

  private renderField(field: FormField, index: number) {
    const isOpen = this.opened === index;
    return html`<div
        class="row ${this.over === index && this.dragged !== index ? 'over' : ''} ${this.dragged === index ? 'dragged' : ''}"
        @dragover=${(event: DragEvent) => this.onDragOver(event, index)}
        @drop=${(event: DragEvent) => this.onDrop(event, index)}
      >
        <button
          type="button"
          class="button ghost square grip"
          draggable="true"
          aria-label=${`${t('designer.form.drag')}: ${field.label || field.id}`}
          title=${t('designer.form.drag')}
          @dragstart=${(event: DragEvent) => this.onDragStart(event, index)}
          @dragend=${() => this.endDrag()}
          @keydown=${(event: KeyboardEvent) => this.onKey(event, index)}
        >
          <rl-icon name="grip-vertical"></rl-icon>
        </button>
        <button
          type="button"
          class="button ghost grow name"
          aria-expanded=${isOpen}
          @click=${() => (this.opened = isOpen ? -1 : index)}
        >
          <span class="truncate">${field.label || t('designer.form.unnamed')}</span>
          <span class="muted small">${t(`fieldType.${field.type}`)}${field.isRequired ? ' *' : ''}</span>
        </button>
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('designer.form.remove')}
          title=${t('designer.form.remove')}
          @click=${() => this.removeField(index)}
        >
          <rl-icon name="x"></rl-icon>
        </button>
      </div>
      ${isOpen ? this.renderDetails(field, index) : nothing}`;
  }

  private renderDetails(field: FormField, index: number) {
    const others = this.fields.filter((each) => each.id !== field.id);
    return formFieldDetails({
      field,
      others,
      entities: this.entities,
      choices: this.choices,
      change: (changed) =>
        this.write(this.fields.map((each, at) => (at === index ? { ...each, ...changed } : each))),
    });
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
    // Its label is typed next.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.card input')?.focus());
  }

  private removeField(index: number): void {
    this.opened = -1;
    this.write(this.fields.filter((_, at) => at !== index));
  }

  private onDragStart(event: DragEvent, index: number): void {
    this.dragged = index;
    event.dataTransfer?.setData('text/plain', this.fields[index]?.id ?? '');
  }

  private onDragOver(event: DragEvent, index: number): void {
    if (this.dragged < 0) return;
    event.preventDefault();
    this.over = index;
  }

  private onDrop(event: DragEvent, index: number): void {
    if (this.dragged < 0) return;
    event.preventDefault();
    this.move(this.dragged, index);
    this.endDrag();
  }

  private endDrag(): void {
    this.dragged = -1;
    this.over = -1;
  }

  private onKey(event: KeyboardEvent, index: number): void {
    const to = index + (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0);
    if (to === index || to < 0 || to >= this.fields.length) return;
    event.preventDefault();
    this.move(index, to);
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.grip')[to]?.focus());
  }

  private move(from: number, to: number): void {
    if (from === to) return;
    const fields = [...this.fields];
    const [moved] = fields.splice(from, 1);
    if (moved) fields.splice(to, 0, moved);
    this.opened = this.opened === from ? to : -1;
    this.write(fields);
  }

  private write(fields: FormField[]): void {
    this.fields = fields;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { fields } }));
  }
}
