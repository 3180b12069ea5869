import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../data/client.ts';
import { t } from '../data/i18n.ts';
import type { FileValue } from '../data/values.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import './rl-icon.ts';

/** One file: chosen or dropped, uploaded at once. Fires `change` with `detail: {value}`, the file or null. */
@customElement('rl-file-input')
export class RlFileInput extends LitElement {
  @property({ attribute: false }) value: FileValue | null = null;
  @property() label = '';
  @property() accept = '';
  @property({ type: Boolean }) invalid = false;
  @state() private uploading = '';
  @state() private error = '';

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    controls,
    css`
      .line {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: var(--rl-control);
      }
      /* What the browser draws speaks the browser's language. */
      label.button:focus-within {
        outline: 2px solid var(--rl-accent);
        outline-offset: 1px;
      }
    `,
  ];

  protected override render() {
    const { value } = this;
    return html`<div
        class="line"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${this.drop}
      >
        ${
          value
            ? html`<rl-icon name="paperclip"></rl-icon><span class="grow truncate">${value.name}</span
                ><button
                  type="button"
                  class="button ghost square"
                  aria-label=${t('file.remove', { name: value.name })}
                  title=${t('file.remove', { name: value.name })}
                  @click=${() => this.emit(null)}
                >
                  <rl-icon name="x"></rl-icon>
                </button>`
            : html`<label class="button"
                ><rl-icon name="paperclip"></rl-icon>${t('file.choose')}<input
                  class="visually-hidden"
                  type="file"
                  aria-label=${`${this.label}: ${t('file.choose')}`}
                  aria-invalid=${this.invalid ? 'true' : nothing}
                  accept=${this.accept || nothing}
                  ?disabled=${this.uploading !== ''}
                  @change=${(event: Event) => {
                    event.stopPropagation();
                    const [file] = (event.target as HTMLInputElement).files ?? []; // the listener sits on it
                    if (file) void this.upload(file);
                  }}
              /></label>`
        }
      </div>
      ${this.uploading ? html`<p class="muted" role="status">${t('file.uploading', { name: this.uploading })}</p>` : nothing}
      ${this.error ? html`<p class="field-error" role="alert">${this.error}</p>` : nothing}`;
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.upload(file);
  }

  private async upload(file: File): Promise<void> {
    this.uploading = file.name;
    this.error = '';
    try {
      const stored = await api.upload<FileValue>(`/api/files?name=${encodeURIComponent(file.name)}`, file);
      this.emit({ ...stored, href: '' });
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
    } finally {
      this.uploading = '';
    }
  }

  private emit(value: FileValue | null): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }
}
