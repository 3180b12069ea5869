import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
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
  @property({ attribute: false }) report: SavedReport | undefined;
  @property({ type: Boolean, attribute: 'building' }) isBuilding = false;
  @property({ type: Boolean, attribute: 'changed' }) isChanged = false;
  @property({ type: Boolean, attribute: 'exportable' }) canExport = false;

  @state() private isSubscribing = false;

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
      ${moreMenu({ items: this.items(), onSelect: (id) => (id === 'subscribe' ? (this.isSubscribing = true) : this.tell(id as ReportAct)) })}
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
      }`;
  }

  private items() {
    const { report } = this;
    return [
      ...(this.canExport ? [{ id: 'csv', label: t('report.csv'), icon: 'download' }] : []),
      { id: 'png', label: t('report.png'), icon: 'image' },
      { id: 'print', label: t('report.print'), icon: 'printer' },
      ...(report ? [{ id: 'subscribe', label: t('report.subscribe'), icon: 'mail' }] : []),
      ...(report ? [{ id: 'copy', label: t('report.copy'), icon: 'copy', separates: true }] : []),
      ...(report?.canChange
        ? [
            { id: 'details', label: t('report.details'), icon: 'pencil' },
            { id: 'delete', label: t('action.delete'), icon: 'trash-2', isDanger: true },
          ]
        : []),
    ];
  }

  private tell(id: ReportAct): void {
    this.dispatchEvent(new CustomEvent('rl-act', { detail: { id } }));
  }
}
