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
import type { SavedView, ViewSharing } from './views-data.ts';

export type ViewChoice = Pick<SavedView, 'name' | 'sharing' | 'roles'>;

const sharings: readonly ViewSharing[] = ['private', 'roles', 'everybody'];

/** Asks what a view is called and who sees it. Fires `rl-choice` with the answer, and `rl-close`. */
@customElement('rl-view-dialog')
export class RlViewDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) view: SavedView | undefined;
  @property() name = '';
  @state() private sharing: ViewSharing = 'private';
  @state() private roles: string[] = [];
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
      fieldset {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 4px;
        padding: 0;
        color: var(--rl-muted);
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .roles {
        display: grid;
        gap: 6px;
        max-height: 180px;
        padding-left: 23px;
        overflow: auto;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.sharing = this.view?.sharing ?? 'private';
    this.roles = [...(this.view?.roles ?? [])];
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
    return html`<fieldset>
      <legend>${t('views.sharing')}</legend>
      ${sharings.map(
        (sharing) =>
          html`<label>
            <input
              type="radio"
              name="sharing"
              .checked=${this.sharing === sharing}
              @change=${() => (this.sharing = sharing)}
            />
            ${t(`views.sharing.${sharing}`)}
          </label>`,
      )}
      ${this.sharing === 'roles' ? this.renderRoles() : nothing}
    </fieldset>`;
  }

  private renderRoles() {
    return html`<div class="roles" role="group" aria-label=${t('views.sharing.roles')}>
      ${this.meta.roles.map(
        ({ id, label }) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${this.roles.includes(id)}
              @change=${() =>
                (this.roles = this.roles.includes(id)
                  ? this.roles.filter((each) => each !== id)
                  : [...this.roles, id])}
            />
            ${label}
          </label>`,
      )}
    </div>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.name.trim();
    if (!name) {
      this.problem = t('views.nameMissing');
      this.input.focus();
      return;
    }
    if (this.sharing === 'roles' && this.roles.length === 0) {
      this.problem = t('views.rolesMissing');
      return;
    }
    const { sharing } = this;
    const roles = sharing === 'roles' ? this.roles : [];
    this.dispatchEvent(new CustomEvent<ViewChoice>('rl-choice', { detail: { name, sharing, roles } }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
