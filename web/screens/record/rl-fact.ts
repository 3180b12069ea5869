import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldValue } from '../../components/field-value.ts';
import { t } from '../../data/i18n.ts';
import type { MetaField } from '../../data/meta.ts';
import { isEmptyValue } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { values } from '../../styles/values.ts';
import '../../components/rl-field-editor.ts';
import '../../components/rl-icon.ts';
import type { RlFieldEditor } from '../../components/rl-field-editor.ts';

/** Values with something to click in them. */
const linkedTypes = new Set([
  ...['relation', 'relationMany', 'email', 'phone', 'url'],
  ...['richText', 'address', 'geoPoint', 'file', 'secret'],
]);
const chosenAtOnce = new Set(['select', 'calendar', 'choice', 'relation', 'user', 'boolean']);

/** One field: its label and value, an editor after a click or Enter. Fires `rl-change` with `detail: {value}`. */
@customElement('rl-fact')
export class RlFact extends LitElement {
  @property({ attribute: false }) field!: MetaField;
  @property({ attribute: false }) value: unknown;
  @property() error = '';
  @property({ type: Boolean }) editable = false;
  @state() private isEditing = false;
  /** What it means was asked for. */
  @state() private isAsked = false;
  private draft: unknown;

  static override styles = [
    base,
    values,
    css`
      :host {
        display: grid;
        grid-template-columns: 104px minmax(0, 1fr);
        align-items: start;
        gap: 2px;
      }
      .label {
        padding: 4px 0;
        color: var(--rl-muted);
        overflow-wrap: anywhere;
      }
      /* A long label leaves no gap above what is said below the value. */
      .label.beside {
        grid-row: 1 / span 2;
      }
      .value {
        display: flex;
        align-items: center;
        gap: 6px;
        width: 100%;
        min-height: 28px;
        padding: 3px 6px;
        border: 1px solid transparent;
        border-radius: var(--rl-radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        overflow-wrap: anywhere;
      }
      .value.open {
        cursor: text;
      }
      .value.open:hover {
        background: var(--rl-sunken);
        border-color: var(--rl-line);
      }
      .value .truncate {
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .empty {
        color: var(--rl-muted);
      }
      .pencil {
        display: grid;
        place-items: center;
        flex: none;
        width: 24px;
        height: 24px;
        margin: -2px -4px -2px auto;
        padding: 0;
        border: 0;
        background: none;
        color: var(--rl-muted);
        opacity: 0;
        cursor: pointer;
      }
      .value:hover .pencil,
      .pencil:focus-visible {
        opacity: 1;
      }
      .pencil rl-icon {
        width: 13px;
        height: 13px;
      }
      .link {
        line-height: 24px;
        margin: -2px 0;
      }
      .lines {
        white-space: pre-wrap;
      }
      .ask {
        display: inline-grid;
        place-items: center;
        width: 24px;
        height: 24px;
        margin: -6px -4px -6px 0;
        padding: 0;
        border: 0;
        background: none;
        color: var(--rl-muted);
        cursor: pointer;
      }
      .ask rl-icon {
        width: 13px;
        height: 13px;
      }
      @media (hover: hover) {
        .ask {
          opacity: 0;
        }
        :host(:hover) .ask,
        .ask:focus-visible,
        .ask[aria-expanded='true'] {
          opacity: 1;
        }
      }
      .help {
        grid-column: 2;
        padding: 0 6px 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .error {
        grid-column: 2;
        padding: 0 6px 4px;
        color: var(--rl-bad-text);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    const { label, help, isExplained } = this.field;
    const isHelpShown = this.isEditing || this.isAsked || isExplained;
    return html`<span class="label ${isHelpShown && help ? 'beside' : ''}"
        ><span id="label">${label}</span>${help && !isExplained ? this.renderAsk() : nothing}</span
      >
      ${this.isEditing ? this.renderEditor() : this.renderValue()}
      ${isHelpShown && help ? html`<p class="help">${help}</p>` : nothing}
      ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}`;
  }

  private renderAsk() {
    const label = t('record.explain', { field: this.field.label });
    return html`<button
      type="button"
      class="ask"
      aria-label=${label}
      title=${this.field.help ?? nothing}
      aria-expanded=${this.isAsked ? 'true' : 'false'}
      @click=${() => (this.isAsked = !this.isAsked)}
    >
      <rl-icon name="circle-help"></rl-icon>
    </button>`;
  }

  private renderValue() {
    const isLong = this.field.type === 'longText' && typeof this.value === 'string';
    const shown = isLong
      ? html`<span class="lines">${this.value}</span>`
      : fieldValue(this.field, this.isTick() ? this.value === true : this.value, { isLinked: true });
    const text =
      shown === nothing ? html`<span class="empty">${this.editable ? t('record.add') : '–'}</span>` : shown;
    if (!this.editable) return html`<span class="value">${text}</span>`;
    return this.isLinked() ? this.renderLinked(text) : this.renderOpen(text);
  }

  /** What is not ticked is a "no"; there is nothing to add. */
  private isTick(): boolean {
    return this.field.type === 'boolean' && this.editable;
  }

  /** A value that leads somewhere has its own small button to change it; the rest of its line changes it too. */
  private renderLinked(text: unknown) {
    return html`<span class="value open" @click=${(event: MouseEvent) => !isOnLink(event) && this.edit()}>
      ${text}
      <button type="button" class="pencil" aria-label=${this.editLabel()} title=${this.editLabel()}>
        <rl-icon name="pencil"></rl-icon>
      </button>
    </span>`;
  }

  private renderOpen(text: unknown) {
    return html`<button type="button" class="value open" aria-label=${this.editLabel()} @click=${this.edit}>
      ${text}
    </button>`;
  }

  private editLabel(): string {
    return t('record.edit', { field: this.field.label });
  }

  private isLinked(): boolean {
    return !isEmptyValue(this.value) && linkedTypes.has(this.field.type);
  }

  private renderEditor() {
    return html`<rl-field-editor
      bare
      .field=${this.field}
      .value=${this.value}
      @change=${(event: CustomEvent<{ value: unknown }>) => {
        this.draft = event.detail.value;
        if (chosenAtOnce.has(this.field.type)) this.finish(true);
      }}
      @keydown=${this.onKey}
      @focusout=${this.onFocusOut}
    ></rl-field-editor>`;
  }

  private edit(): void {
    this.draft = this.value;
    this.isEditing = true;
    void this.updateComplete.then(async () => {
      const editor = this.renderRoot.querySelector<RlFieldEditor>('rl-field-editor');
      await editor?.updateComplete;
      editor?.focus();
    });
  }

  private onKey(event: KeyboardEvent): void {
    const isText = ['longText', 'richText', 'json'].includes(this.field.type);
    if (event.key === 'Escape') this.finish(false);
    // The control's own change event comes with losing the focus.
    else if (event.key === 'Enter' && (!isText || event.ctrlKey) && !event.isComposing)
      (event.composedPath()[0] as HTMLElement).blur(); // what has the focus hears the key
  }

  private onFocusOut(): void {
    // After the change event, which a click elsewhere brings first; a picker's list keeps the focus inside.
    setTimeout(() => {
      if (this.isEditing && !this.matches(':focus-within')) this.finish(true);
    });
  }

  private finish(isKept: boolean): void {
    if (!this.isEditing) return;
    this.isEditing = false;
    if (!isKept) return;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value: this.draft } }));
  }
}

const isOnLink = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof HTMLAnchorElement);
