import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { listReports, type SavedReport } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';

/** Reports that plugins bring, that one made, and that others share. */
@customElement('rl-report-list')
export class RlReportList extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private reports: SavedReport[] | undefined;
  @state() private search = '';
  @state() private error: unknown;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      .find {
        padding: 6px 16px;
        border-bottom: 1px solid var(--rl-line);
      }
      .find input {
        max-width: 260px;
      }
      .body {
        flex: 1;
        min-height: 0;
        padding: 8px 16px 24px;
        overflow: auto;
      }
      h2 {
        padding: 12px 0 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 500;
      }
      a.row {
        display: grid;
        grid-template-columns: 16px minmax(140px, 2fr) minmax(0, 3fr) 140px;
        align-items: center;
        gap: 12px;
        min-height: 36px;
        padding: 4px 8px;
        border-radius: var(--rl-radius);
      }
      a.row:hover {
        background: var(--rl-hover);
      }
      .row rl-icon {
        color: var(--rl-muted);
      }
      .row strong {
        font-weight: 500;
      }
      @media (max-width: 720px) {
        .find input {
          max-width: none;
        }
        a.row {
          grid-template-columns: 16px minmax(0, 1fr) 110px;
          min-height: 44px;
        }
        .text {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<rl-bar heading=${t('report.title')}>
        <a slot="actions" class="button primary" href="/reports/new"
          ><rl-icon name="plus"></rl-icon>${t('report.new')}</a
        >
      </rl-bar>
      <div class="find">
        <input
          class="control"
          type="search"
          aria-label=${t('report.find')}
          placeholder=${t('report.find')}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div class="body">${this.renderBody()}</div>`;
  }

  private renderBody() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.reports) return html`<rl-skeleton rows="8"></rl-skeleton>`;
    const wanted = this.search.trim().toLowerCase();
    const found = this.reports.filter(({ name }) => name.toLowerCase().includes(wanted));
    if (found.length === 0)
      return html`<rl-empty
        icon="chart-line"
        heading=${t(wanted ? 'report.noneFound' : 'report.none')}
        text=${t(wanted ? 'report.noneFoundText' : 'report.noneText')}
      ></rl-empty>`;
    const groups = [
      { label: t('report.own'), items: found.filter(({ owner }) => owner?.id === this.meta.actor.id) },
      {
        label: t('report.shared'),
        items: found.filter(({ owner }) => owner && owner.id !== this.meta.actor.id),
      },
      { label: t('report.ready'), items: found.filter(({ owner }) => !owner) },
    ];
    return groups
      .filter(({ items }) => items.length > 0)
      .map(
        ({ label, items }) =>
          html`<h2>${label}</h2>
            ${items.map((report) => this.renderReport(report))}`,
      );
  }

  private renderReport({ id, name, description, entity, definition }: SavedReport) {
    const known = entityOf(this.meta, entity);
    return html`<a class="row" href="/reports/${encodeURIComponent(id)}">
      <rl-icon name=${iconOf[definition.chart]}></rl-icon>
      <strong class="truncate">${name}</strong>
      <span class="muted truncate text">${description}</span>
      ${
        known
          ? html`<span class="muted small">${known.label.many}</span>`
          : html`<span
              ><rl-tag tone="bad" title=${t('report.entityGone', { entity })}
                >${t('report.broken')}</rl-tag
              ></span
            >`
      }
    </a>`;
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      this.reports = await listReports();
    } catch (error) {
      this.error = error;
    }
  }
}

const iconOf: Record<SavedReport['definition']['chart'], string> = {
  table: 'table-2',
  bar: 'chart-column',
  line: 'chart-line',
  pie: 'chart-pie',
  funnel: 'funnel',
  heat: 'grid-3x3',
  number: 'hash',
};
