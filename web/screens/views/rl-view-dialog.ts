import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import { sharingProblem, type Sharing } from '../../components/rl-sharing.ts';
import type { SavedView } from './views-data.ts';

export type ViewChoice = Pick<SavedView, 'name' | 'sharing' | 'roles'>;

/** Asks what a view is called and who sees it. Fires `rl-choice` with the answer, and `rl-close`. */
@customElement('rl-view-dialog')
export class RlViewDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) view: SavedView | undefined;
  @property() name = '';
  @state() private sharing: Sharing = { sharing: 'private', roles: [] };
  @state() private problem = '';
  @query('input') private input!: HTMLInputElement;

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
    const { sharing = 'private', roles = [] } = this.view ?? {};
    this.sharing = { sharing, roles };
    this.input.focus();
  }

  protected override render() {
    return html`<rl-dialog open size="small" heading=${t(this.view ? 'views.change' : 'views.saveAs')}>
      <form @submit=${this.submit}>
        <label class="field">
          <span class="field-label">${t('views.name')}</span>
          <input
            class="control"
            maxlength="120"
            .value=${this.name}
            aria-invalid=${this.problem ? 'true' : nothing}
            placeholder=${t('views.namePlaceholder')}
            @input=${(event: InputEvent) => (this.name = (event.target as HTMLInputElement).value)}
          />
          ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        </label>
        ${may(this.meta, 'views.share') ? this.renderSharing() : nothing}
      </form>
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" type="button" class="button primary" @click=${this.submit}>
        ${t('action.save')}
      </button>
    </rl-dialog>`;
  }

  private renderSharing() {
    return html`<rl-sharing
      .value=${this.sharing}
      @rl-change=${(event: CustomEvent<Sharing>) => (this.sharing = event.detail)}
    ></rl-sharing>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.name.trim();
    if (!name) {
      this.problem = t('views.nameMissing');
      this.input.focus();
      return;
    }
    this.problem = sharingProblem(this.sharing);
    if (this.problem) return;
    this.dispatchEvent(new CustomEvent<ViewChoice>('rl-choice', { detail: { name, ...this.sharing } }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
