import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import type { SavedReport } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { moreMenu } from '../../components/more-menu.ts';
import '../../components/rl-icon.ts';
import './rl-subscribe.ts';

export type ReportAct = 'build' | 'save' | 'csv' | 'png' | 'print' | 'copy' | 'details' | 'delete';

/** What can be done with a report. Fires `rl-act` {id}. */
@customElement('rl-report-actions')
export class RlReportActions extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) report: SavedReport | undefined;
  @property({ type: Boolean, attribute: 'building' }) isBuilding = false;
  @property({ type: Boolean, attribute: 'changed' }) isChanged = false;
  @property({ type: Boolean, attribute: 'exportable' }) canExport = false;

  @state() private isSubscribing = false;
  @state() private isPlacing = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .button[aria-pressed='true'] {
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    return html`<button
        type="button"
        class="button ghost"
        aria-pressed=${this.isBuilding}
        @click=${() => this.tell('build')}
      >
        <rl-icon name="sliders-horizontal"></rl-icon>${t('report.build')}
      </button>
      ${moreMenu({ items: this.items(), onSelect: (id) => void this.select(id) })}
      ${
        this.isChanged
          ? html`<button type="button" class="button primary" @click=${() => this.tell('save')}>
              ${t('action.save')}
            </button>`
          : nothing
      }
      ${
        this.isSubscribing
          ? html`<rl-subscribe
              kind="report"
              target=${this.report?.id ?? ''}
              @rl-close=${() => (this.isSubscribing = false)}
            ></rl-subscribe>`
          : nothing
      }
      ${
        this.isPlacing && this.report
          ? html`<rl-add-to-dashboard
              .report=${this.report}
              @rl-close=${() => (this.isPlacing = false)}
            ></rl-add-to-dashboard>`
          : nothing
      }`;
  }

  private items() {
    const { report } = this;
    return [
      ...(this.canExport ? [{ id: 'csv', label: t('report.csv'), icon: 'download' }] : []),
      { id: 'png', label: t('report.png'), icon: 'image' },
      { id: 'print', label: t('report.print'), icon: 'printer' },
      ...(report ? [{ id: 'subscribe', label: t('report.subscribe'), icon: 'mail' }] : []),
      ...(report && may(this.meta, 'screens.manage')
        ? [{ id: 'dashboard', label: t('report.toDashboard'), icon: 'layout-dashboard' }]
        : []),
      ...(report ? [{ id: 'copy', label: t('report.copy'), icon: 'copy', separates: true }] : []),
      ...(report?.canChange
        ? [
            { id: 'details', label: t('report.details'), icon: 'pencil' },
            { id: 'delete', label: t('action.delete'), icon: 'trash-2', isDanger: true },
          ]
        : []),
    ];
  }

  private async select(id: string): Promise<void> {
    if (id === 'subscribe') this.isSubscribing = true;
    else if (id === 'dashboard') {
      await import('./rl-add-to-dashboard.ts');
      this.isPlacing = true;
    } else this.tell(id as ReportAct); // the others are these
  }

  private tell(id: ReportAct): void {
    this.dispatchEvent(new CustomEvent('rl-act', { detail: { id } }));
  }
}
