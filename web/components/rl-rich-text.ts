import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import './rl-icon.ts';

const tools = [
  { id: 'bold', icon: 'bold' },
  { id: 'italic', icon: 'italic' },
  { id: 'heading', icon: 'heading' },
  { id: 'list', icon: 'list' },
  { id: 'numbers', icon: 'list-ordered' },
  { id: 'link', icon: 'link' },
  { id: 'clear', icon: 'remove-formatting' },
] as const;

/**
 * Text with headings, lists and links. What it shows came from the server, which lets nothing through that runs; what
 * is pasted is taken as plain text. Fires `change` with `detail: {value}`: HTML, null for nothing.
 */
@customElement('rl-rich-text')
export class RlRichText extends LitElement {
  @property() value = '';
  @property() label = '';
  @property({ type: Boolean }) invalid = false;
  @query('.area') private area!: HTMLElement;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    controls,
    css`
      .box {
        border: 1px solid var(--rl-line-strong);
        border-radius: var(--rl-radius);
        background: var(--rl-surface);
      }
      .box:focus-within {
        border-color: var(--rl-accent);
        outline: 2px solid var(--rl-accent-soft);
      }
      .box[data-invalid] {
        border-color: var(--rl-bad);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        border-bottom: 1px solid var(--rl-line);
      }
      .area {
        min-height: 84px;
        max-height: 40vh;
        padding: 6px 10px;
        overflow: auto;
        outline: none;
      }
      .area :is(h2, h3) {
        margin: 8px 0 4px;
      }
      .area p {
        margin: 0 0 6px;
      }
      .area :is(ul, ol) {
        margin: 0 0 6px;
        padding-left: 22px;
      }
      .area ul {
        list-style: disc;
      }
      .area a {
        color: var(--rl-accent-text);
        text-decoration: underline;
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    // While somebody writes, what they see is what counts.
    const isWriting = this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement === this.area;
    if (changed.has('value') && !isWriting) this.area.innerHTML = this.value;
  }

  protected override render() {
    return html`<div class="box" ?data-invalid=${this.invalid}>
      <div class="tools" role="toolbar" aria-label=${t('rich.tools')}>
        ${tools.map(
          ({ id, icon }) =>
            html`<button
              type="button"
              class="button ghost square"
              aria-label=${t(`rich.${id}`)}
              title=${t(`rich.${id}`)}
              @mousedown=${(event: Event) => event.preventDefault()}
              @click=${() => this.act(id)}
            >
              <rl-icon name=${icon}></rl-icon>
            </button>`,
        )}
      </div>
      <div
        class="area"
        contenteditable="true"
        role="textbox"
        tabindex="0"
        aria-multiline="true"
        aria-label=${this.label}
        aria-invalid=${this.invalid ? 'true' : 'false'}
        @paste=${this.paste}
        @blur=${this.emit}
      ></div>
    </div>`;
  }

  private act(id: (typeof tools)[number]['id']): void {
    this.area.focus();
    if (id === 'bold') run('bold');
    if (id === 'italic') run('italic');
    if (id === 'heading') run('formatBlock', 'h2');
    if (id === 'list') run('insertUnorderedList');
    if (id === 'numbers') run('insertOrderedList');
    if (id === 'clear') {
      run('removeFormat');
      run('formatBlock', 'p');
    }
    if (id === 'link') this.link();
  }

  private link(): void {
    const address = prompt(t('rich.address'), 'https://');
    if (address && /^(https?:|mailto:|tel:)/i.test(address)) run('createLink', address);
  }

  private paste(event: ClipboardEvent): void {
    event.preventDefault();
    run('insertText', event.clipboardData?.getData('text/plain') ?? '');
  }

  private emit(): void {
    const isEmpty = this.area.textContent.trim() === '';
    const value = isEmpty ? null : this.area.innerHTML;
    if ((value ?? '') === this.value) return;
    this.value = value ?? '';
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }
}

/** Deprecated, and still the one way every browser edits with undo. */
const run = (command: string, value?: string): boolean => document.execCommand(command, false, value);
