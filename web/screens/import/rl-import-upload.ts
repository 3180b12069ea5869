import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { recentImports, uploadImport, type ImportItem } from '../../data/imports.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { importStyles } from './import-styles.ts';
import { stateTone } from './state-tone.ts';

/** Takes a file by drop, by choice or by keyboard, and lists what was imported before. Fires `rl-import`. */
@customElement('rl-import-upload')
export class RlImportUpload extends LitElement {
  @property() target = '';
  @property() label = '';
  @state() private isOver = false;
  @state() private isSending = false;
  @state() private error: unknown;
  @state() private recent: ImportItem[] = [];

  static override styles = [
    base,
    buttons,
    importStyles,
    css`
      .drop {
        display: grid;
        justify-items: center;
        gap: 4px;
        margin-top: 16px;
        padding: 48px 24px;
        border: 1px dashed var(--rl-line-strong);
        border-radius: var(--rl-radius-card);
        background: var(--rl-surface);
        text-align: center;
        cursor: pointer;
        transition: background var(--rl-motion);
      }
      .drop:hover,
      .drop.over {
        border-color: var(--rl-accent);
        background: var(--rl-accent-soft);
      }
      .drop:focus-within {
        outline: 2px solid var(--rl-accent);
        outline-offset: 1px;
      }
      .drop rl-icon {
        width: 22px;
        height: 22px;
        margin-bottom: 8px;
        color: var(--rl-muted);
      }
      .drop strong {
        font-weight: 500;
      }
      .recent a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto 96px;
        align-items: center;
        gap: 12px;
        min-height: var(--rl-row);
        border-top: 1px solid var(--rl-line);
      }
      .recent a:hover {
        background: var(--rl-hover);
      }
      rl-time {
        text-align: right;
        color: var(--rl-muted);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    recentImports(this.target).then(
      ({ items }) => (this.recent = items),
      () => {
        // What was imported before is an offer, not what the person came for.
      },
    );
  }

  protected override render() {
    return html`<div class="page">
      <h2>${t('import.upload.title', { what: this.label })}</h2>
      <p class="lead">${t(this.target === 'user' ? 'import.upload.people' : 'import.upload.lead')}</p>
      ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
      <label
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${this.onOver}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.onDrop}
      >
        <rl-icon name="file-up"></rl-icon>
        <strong>${t(this.isSending ? 'import.upload.sending' : 'import.upload.drop')}</strong>
        <span class="muted">${t('import.upload.kinds')}</span>
        <input
          class="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          ?disabled=${this.isSending}
          @change=${this.onChoose}
        />
      </label>
      ${this.recent.length > 0 ? this.renderRecent() : nothing}
    </div>`;
  }

  private renderRecent() {
    return html`<section class="recent">
      <h3>${t('import.upload.recent')}</h3>
      ${this.recent.map(
        (item) =>
          html`<a href="/import/${encodeURIComponent(item.target)}?import=${item.id}">
            <span class="truncate">${item.name}</span>
            <rl-tag tone=${stateTone(item.state)}>${t(`import.state.${item.state}`)}</rl-tag>
            <rl-time value=${item.createdAt}></rl-time>
          </a>`,
      )}
    </section>`;
  }

  private onOver(event: DragEvent): void {
    event.preventDefault();
    this.isOver = true;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.send(file);
  }

  private onChoose(event: Event): void {
    // The listener sits on the input itself.
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.send(file);
    input.value = '';
  }

  private async send(file: File): Promise<void> {
    this.isSending = true;
    this.error = undefined;
    try {
      const item = await uploadImport(this.target, file);
      this.dispatchEvent(new CustomEvent('rl-import', { detail: { item } }));
    } catch (error) {
      this.error = error;
    } finally {
      this.isSending = false;
    }
  }
}
