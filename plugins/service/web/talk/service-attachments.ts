import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, base, buttons, showProblem, t } from '../../../../web/index.ts';

export interface Attachment {
  id: string;
  name: string;
}

/** Files that go out with an answer: uploaded at once, taken away again with a click. Fires `rl-change` with all of them. */
@customElement('service-attachments')
export class ServiceAttachments extends LitElement {
  @property({ attribute: false }) files: readonly Attachment[] = [];
  @state() private waiting = 0;
  @query('input') private input!: HTMLInputElement;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        min-width: 0;
      }
      .file {
        display: inline-flex;
        align-items: center;
        max-width: 240px;
        padding-left: 8px;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    return html`<button type="button" class="button ghost" @click=${() => this.input.click()}>
        <rl-icon name="paperclip"></rl-icon>${t('service.web.compose.attach')}
      </button>
      <input type="file" multiple hidden @change=${() => void this.add([...(this.input.files ?? [])])} />
      ${this.files.map(
        ({ id, name }) =>
          html`<span class="file"
            ><span class="truncate" title=${name}>${name}</span>
            <button
              type="button"
              class="button ghost square"
              aria-label=${t('service.web.compose.detach', { name })}
              @click=${() => this.tell(this.files.filter((file) => file.id !== id))}
            >
              <rl-icon name="x"></rl-icon></button
          ></span>`,
      )}
      ${
        this.waiting > 0
          ? html`<span class="muted small" role="status">${t('service.web.compose.attaching')}</span>`
          : nothing
      }`;
  }

  /** Also for what is dropped or pasted into the text. */
  async add(given: readonly File[]): Promise<void> {
    this.waiting += given.length;
    for (const file of given) {
      try {
        const path = `/api/files?name=${encodeURIComponent(file.name)}`;
        const { id, name } = await api.upload<Attachment>(path, file);
        this.tell([...this.files, { id, name }]);
      } catch (error) {
        showProblem(error);
      }
      this.waiting -= 1;
    }
    this.input.value = '';
  }

  private tell(files: readonly Attachment[]): void {
    this.files = files;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { files } }));
  }
}
