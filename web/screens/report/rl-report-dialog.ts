import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import type { ReportSharing, SavedReport } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';

export type ReportChoice = Pick<SavedReport, 'name' | 'description' | 'sharing' | 'roles'>;

const sharings: readonly ReportSharing[] = ['private', 'roles', 'everybody'];

/** Asks what a report is called and who finds it. Fires `rl-choice` with the answer, and `rl-close`. */
@customElement('rl-report-dialog')
export class RlReportDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) choice: ReportChoice | undefined;
  @state() private sharing: ReportSharing = 'private';
  @state() private roles: string[] = [];
  @state() private problem = '';
  @query('input[name=name]') private input!: HTMLInputElement;
  @query('textarea') private text!: HTMLTextAreaElement;

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
        max-height: 160px;
        padding-left: 23px;
        overflow: auto;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.sharing = this.choice?.sharing ?? 'private';
    this.roles = [...(this.choice?.roles ?? [])];
  }

  protected override render() {
    return html`<rl-dialog open size="small" heading=${t('report.save')}>
      <form @submit=${this.submit}>
        <label class="field">
          <span class="field-label">${t('report.name')}</span>
          <input
            class="control"
            name="name"
            maxlength="120"
            .value=${this.choice?.name ?? ''}
            aria-invalid=${this.problem ? 'true' : nothing}
            placeholder=${t('report.namePlaceholder')}
          />
          ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        </label>
        <label class="field">
          <span class="field-label">${t('report.description')}</span>
          <textarea
            class="control"
            maxlength="2000"
            rows="3"
            .value=${this.choice?.description ?? ''}
            placeholder=${t('report.descriptionPlaceholder')}
          ></textarea>
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
      <legend>${t('report.sharing')}</legend>
      ${sharings.map(
        (sharing) =>
          html`<label>
            <input
              type="radio"
              name="sharing"
              .checked=${this.sharing === sharing}
              @change=${() => (this.sharing = sharing)}
            />
            ${t(`report.sharing.${sharing}`)}
          </label>`,
      )}
      ${
        this.sharing === 'roles'
          ? html`<div class="roles" role="group" aria-label=${t('report.sharing.roles')}>
              ${this.meta.roles.map(
                ({ id, label }) =>
                  html`<label>
                    <input
                      type="checkbox"
                      .checked=${this.roles.includes(id)}
                      @change=${() => this.toggle(id)}
                    />
                    ${label}
                  </label>`,
              )}
            </div>`
          : nothing
      }
      <p class="muted small">${t('report.sharingHelp')}</p>
    </fieldset>`;
  }

  private toggle(id: string): void {
    this.roles = this.roles.includes(id) ? this.roles.filter((each) => each !== id) : [...this.roles, id];
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.input.value.trim();
    if (!name) {
      this.problem = t('report.nameMissing');
      this.input.focus();
      return;
    }
    if (this.sharing === 'roles' && this.roles.length === 0) {
      this.problem = t('report.rolesMissing');
      return;
    }
    const { sharing } = this;
    const detail = {
      name,
      description: this.text.value,
      sharing,
      roles: sharing === 'roles' ? this.roles : [],
    };
    this.dispatchEvent(new CustomEvent<ReportChoice>('rl-choice', { detail }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
