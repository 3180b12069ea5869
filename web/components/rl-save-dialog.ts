import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { t } from '../data/i18n.ts';
import { may, type Meta } from '../data/meta.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import './rl-dialog.ts';
import { sharingProblem, type Sharing } from './rl-sharing.ts';

export interface SaveWords {
  heading: string;
  namePlaceholder: string;
  nameMissing: string;
  /** An explanation is asked for where this is given. */
  explanationPlaceholder?: string;
  sharingHelp?: string;
}

export interface SaveChoice extends Sharing {
  name: string;
  /** Empty where none is asked for. */
  description: string;
}

/** Asks what something is called and who finds it. Fires `rl-choice` with a `SaveChoice`, and `rl-close`. */
@customElement('rl-save-dialog')
export class RlSaveDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) words!: SaveWords;
  @property({ attribute: false }) choice: Partial<SaveChoice> = {};
  @state() private sharing: Sharing = { sharing: 'private', roles: [] };
  @state() private problem = '';
  @query('input[name=name]') private input!: HTMLInputElement;
  @query('textarea') private text!: HTMLTextAreaElement | null;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      form {
        display: grid;
        gap: 14px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    const { sharing = 'private', roles = [] } = this.choice;
    this.sharing = { sharing, roles };
    this.input.focus();
  }

  protected override render() {
    const { words } = this;
    return html`<rl-dialog open size="small" heading=${words.heading}>
      <form @submit=${this.submit}>
        <label class="field">
          <span class="field-label">${t('save.name')}</span>
          <input
            class="control"
            name="name"
            maxlength="120"
            .value=${this.choice.name ?? ''}
            aria-invalid=${this.problem ? 'true' : nothing}
            placeholder=${words.namePlaceholder}
          />
          ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        </label>
        ${words.explanationPlaceholder === undefined ? nothing : this.renderExplanation(words.explanationPlaceholder)}
        ${may(this.meta, 'views.share') ? this.renderSharing() : nothing}
      </form>
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" type="button" class="button primary" @click=${this.submit}>
        ${t('action.save')}
      </button>
    </rl-dialog>`;
  }

  private renderExplanation(placeholder: string) {
    return html`<label class="field">
      <span class="field-label">${t('save.explanation')}</span>
      <textarea
        class="control"
        maxlength="2000"
        rows="3"
        .value=${this.choice.description ?? ''}
        placeholder=${placeholder}
      ></textarea>
    </label>`;
  }

  private renderSharing() {
    return html`<rl-sharing
      .value=${this.sharing}
      help=${this.words.sharingHelp ?? ''}
      @rl-change=${(event: CustomEvent<Sharing>) => (this.sharing = event.detail)}
    ></rl-sharing>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.input.value.trim();
    if (!name) {
      this.problem = this.words.nameMissing;
      this.input.focus();
      return;
    }
    this.problem = sharingProblem(this.sharing);
    if (this.problem) return;
    const detail = { name, description: this.text?.value ?? '', ...this.sharing };
    this.dispatchEvent(new CustomEvent<SaveChoice>('rl-choice', { detail }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
