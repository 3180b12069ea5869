import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-icon.ts';
import './rl-value-tree.ts';

/** The variables of an instance, each to read and to edit as JSON. Fires `rl-set` with `detail: {variables}`. */
@customElement('rl-variables')
export class RlVariables extends LitElement {
  @property({ attribute: false }) variables: Record<string, unknown> = {};
  @property({ type: Boolean }) editable = false;
  @state() private edited = '';
  @state() private isAdding = false;
  @state() private fault = '';
  @query('textarea') private area!: HTMLTextAreaElement;
  @query('input') private nameInput!: HTMLInputElement;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      .row {
        display: grid;
        grid-template-columns: minmax(90px, 34%) minmax(0, 1fr) auto;
        gap: 8px;
        align-items: start;
        padding: 6px 0;
        border-bottom: 1px solid var(--rl-line);
      }
      .name {
        padding-top: 4px;
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
        overflow-wrap: anywhere;
      }
      rl-value-tree {
        padding-top: 4px;
      }
      .edit {
        grid-column: 1 / -1;
        display: grid;
        gap: 8px;
      }
      textarea.control {
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
      }
      .actions {
        display: flex;
        gap: 8px;
      }
      p {
        padding: 12px 0;
      }
    `,
  ];

  protected override render() {
    const names = Object.keys(this.variables).sort();
    return html`${names.length === 0 && !this.isAdding ? html`<p class="muted">${t('designer.variables.none')}</p>` : nothing}
    ${names.map((name) => this.renderRow(name))}
    ${this.isAdding ? html`<div class="row">${this.renderEdit('', '""')}</div>` : nothing}
    ${
      this.editable && !this.isAdding
        ? html`<button type="button" class="button ghost" @click=${() => this.begin('', true)}>
            <rl-icon name="plus"></rl-icon>${t('designer.variables.add')}
          </button>`
        : nothing
    }`;
  }

  private renderRow(name: string) {
    if (this.edited === name) {
      return html`<div class="row">
        <span class="name">${name}</span
        >${this.renderEdit(name, JSON.stringify(this.variables[name], null, 2) ?? 'null')}
      </div>`;
    }
    const label = t('designer.variables.edit', { name });
    return html`<div class="row">
      <span class="name">${name}</span>
      <rl-value-tree .value=${this.variables[name]}></rl-value-tree>
      ${
        this.editable
          ? html`<button
              type="button"
              class="button ghost square"
              aria-label=${label}
              title=${label}
              @click=${() => this.begin(name, false)}
            >
              <rl-icon name="pencil"></rl-icon>
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderEdit(name: string, text: string) {
    return html`<div class="edit">
      ${name ? nothing : html`<input class="control" placeholder=${t('designer.variables.name')} aria-label=${t('designer.variables.name')} />`}
      <textarea
        class="control"
        rows="4"
        spellcheck="false"
        aria-label=${t('designer.variables.json')}
        .value=${text}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, name)}
      ></textarea>
      ${this.fault ? html`<div class="field-error" role="alert">${this.fault}</div>` : nothing}
      <div class="actions">
        <rl-button variant="primary" @click=${() => this.save(name)}>${t('designer.save')}</rl-button>
        <rl-button @click=${() => this.begin('', false)}>${t('designer.cancel')}</rl-button>
      </div>
    </div>`;
  }

  /** Enter alone begins a new line of JSON. */
  private onKey(event: KeyboardEvent, name: string): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.save(name);
    else if (event.key === 'Escape') this.begin('', false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private begin(name: string, isAdding: boolean): void {
    this.edited = name;
    this.isAdding = isAdding;
    this.fault = '';
  }

  private save(name: string): void {
    const written = name || this.nameInput.value.trim();
    if (!/^[A-Za-z_]\w*$/.test(written)) {
      this.fault = t('designer.variables.badName');
      return;
    }
    try {
      const variables = { [written]: JSON.parse(this.area.value) as unknown };
      this.begin('', false);
      this.dispatchEvent(new CustomEvent('rl-set', { detail: { variables } }));
    } catch {
      this.fault = t('designer.variables.badJson');
    }
  }
}
