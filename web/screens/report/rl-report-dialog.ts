import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import type { SavedReport } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import { sharingProblem, type Sharing } from '../../components/rl-sharing.ts';

export type ReportChoice = Pick<SavedReport, 'name' | 'description' | 'sharing' | 'roles'>;

/** Asks what a report is called and who finds it. Fires `rl-choice` with the answer, and `rl-close`. */
@customElement('rl-report-dialog')
export class RlReportDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) choice: ReportChoice | undefined;
  @state() private sharing: Sharing = { sharing: 'private', roles: [] };
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
    `,
  ];

  protected override firstUpdated(): void {
    const { sharing = 'private', roles = [] } = this.choice ?? {};
    this.sharing = { sharing, roles };
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
    return html`<rl-sharing
      .value=${this.sharing}
      help=${t('report.sharingHelp')}
      @rl-change=${(event: CustomEvent<Sharing>) => (this.sharing = event.detail)}
    ></rl-sharing>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.input.value.trim();
    if (!name) {
      this.problem = t('report.nameMissing');
      this.input.focus();
      return;
    }
    this.problem = sharingProblem(this.sharing);
    if (this.problem) return;
    const detail = { name, description: this.text.value, ...this.sharing };
    this.dispatchEvent(new CustomEvent<ReportChoice>('rl-choice', { detail }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
