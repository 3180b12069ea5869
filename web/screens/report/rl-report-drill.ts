import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { listColumns } from '../../data/entity-screens.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import {
  reportRecords,
  type DrillRow,
  type ReportCell,
  type ReportQuestion,
  type ReportResult,
} from '../../data/reports.ts';
import { isReference } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-record-table.ts';

/** The records behind a figure. Fires `rl-close`. */
@customElement('rl-report-drill')
export class RlReportDrill extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) question!: ReportQuestion;
  @property({ attribute: false }) result!: ReportResult;
  @property({ attribute: false }) row!: DrillRow;
  @property() heading = '';
  @state() private items: RecordItem[] = [];
  @state() private next: string | null = null;
  @state() private isLoading = true;
  @state() private error: unknown;

  static override styles = [
    base,
    css`
      rl-record-table {
        height: min(60dvh, 560px);
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.load();
  }

  protected override render() {
    const entity = entityOf(this.meta, this.question.definition.entity);
    if (!entity) return html``;
    return html`<rl-dialog open size="large" heading=${this.heading || t('report.records')}>
      ${
        this.error
          ? html`<rl-problem inline .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`
          : html`<rl-record-table
              .entity=${entity}
              .columns=${listColumns(this.meta, entity).slice(0, 6)}
              .items=${this.items}
              ?loading=${this.isLoading}
              ?more=${this.next !== null}
              @rl-more=${() => this.load()}
            ></rl-record-table>`
      }
    </rl-dialog>`;
  }

  private async load(): Promise<void> {
    this.isLoading = true;
    this.error = undefined;
    try {
      const cursor = this.next ?? undefined;
      const { definition } = this.question;
      const conditions = [...(definition.conditions ?? []), ...(this.row.conditions ?? [])];
      const page = await reportRecords({
        ...{ ...this.question, definition: { ...definition, conditions }, cell: this.cell() },
        ...(cursor && { cursor }),
      });
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      this.next = page.next ?? null;
    } catch (error) {
      this.error = error;
    }
    this.isLoading = false;
  }

  private cell(): ReportCell {
    const keys = this.row.keys.map(plainKey);
    if (!this.row.isOthers) return { keys };
    const shown = this.result.rows
      .filter(({ isOthers }) => !isOthers)
      .map(({ keys: [first] }) => plainKey(first));
    return { keys, not: [...new Set(shown)] };
  }
}

const plainKey = (key: unknown): ReportCell['keys'][number] =>
  // The cast: groups are references, or plain values.
  isReference(key) ? key.id : ((key ?? null) as ReportCell['keys'][number]);
