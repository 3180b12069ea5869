import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { showProblem } from '../../components/toast.ts';
import { t } from '../../data/i18n.ts';
import { listReports, type SavedReport } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-select.ts';

/** Which report stands on a dashboard. Fires `rl-report` {value}. */
@customElement('rl-report-choice')
export class RlReportChoice extends LitElement {
  @property() value = '';
  @property() label = '';
  @state() private reports: SavedReport[] = [];

  static override styles = [
    base,
    css`
      .warn {
        color: var(--rl-warn-text);
      }
    `,
  ];

  protected override firstUpdated(): void {
    listReports().then((reports) => (this.reports = reports), showProblem);
  }

  protected override render() {
    const isOwn = this.reports.find(({ id }) => id === this.value)?.sharing === 'private';
    return html`<rl-select
        label=${this.label}
        placeholder=${t('screens.report.choose')}
        .options=${this.reports.map(({ id, name }) => ({ value: id, label: name }))}
        value=${this.value}
        @change=${(event: CustomEvent<{ value: string }>) =>
          this.dispatchEvent(new CustomEvent('rl-report', { detail: event.detail }))}
      ></rl-select>
      <p class=${isOwn ? 'small warn' : 'muted small'}>
        ${t(isOwn ? 'screens.report.own' : 'screens.report.help')}
      </p>`;
  }
}
