import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber, t } from '../../data/i18n.ts';
import type { ImportItem, ImportPreview, ReasonGroup } from '../../data/imports.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-problem.ts';
import { countStyles, renderCounts } from './counts.ts';
import { columnName, targetLabel } from './field-labels.ts';
import { importStyles } from './import-styles.ts';

/** What the import would do, and why not with the rest. Fires `rl-options`, `rl-next` and `rl-back`. */
@customElement('rl-import-check')
export class RlImportCheck extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) item!: ImportItem;
  @property({ attribute: false }) preview!: ImportPreview;
  @property({ attribute: false }) error: unknown;
  @property({ type: Boolean }) busy = false;

  static override styles = [
    base,
    buttons,
    controls,
    importStyles,
    countStyles,
    css`
      details {
        border-top: 1px solid var(--rl-line);
      }
      summary {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 16px;
        padding: 8px 0;
        cursor: pointer;
      }
      .example {
        display: grid;
        grid-template-columns: 88px minmax(0, 1fr);
        gap: 2px 16px;
        padding: 4px 0 8px;
        font-size: var(--rl-size-small);
      }
      .example .cells {
        color: var(--rl-muted);
        overflow-wrap: anywhere;
      }
      .starts {
        display: flex;
        gap: 10px;
        margin-top: 8px;
      }
      .starts input {
        flex: none;
        margin-top: 3px;
      }
    `,
  ];

  protected override render() {
    const { preview, item } = this;
    const willWrite = preview.created + preview.updated + preview.waiting;
    return html`<div class="page">
        ${this.error ? html`<rl-problem class="problem" inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        <h2>${t('import.check.title', { what: targetLabel(this.meta, item.target) })}</h2>
        <p class="lead">
          ${t(preview.isWhole ? 'import.check.whole' : 'import.check.part', { count: preview.checked })}
        </p>
        ${renderCounts([
          { label: t('import.count.created'), count: preview.created, tone: 'good' },
          { label: t('import.count.updated'), count: preview.updated },
          { label: t('import.count.skipped'), count: preview.skipped },
          { label: t('import.count.rejected'), count: preview.rejected, tone: 'bad' },
          { label: t('import.count.waiting'), count: preview.waiting },
        ])}
        ${preview.reasons.length > 0 ? this.renderReasons(preview.reasons) : nothing}
        ${item.target === 'user' ? nothing : this.renderStarts()}
      </div>
      <footer>
        <span class="note" role="status"
          >${preview.rejected > 0 ? t('import.check.rejectedNote') : nothing}</span
        >
        <button class="button" type="button" @click=${() => this.fire('rl-back')}>${t('import.back')}</button>
        <button
          class="button primary"
          type="button"
          ?disabled=${this.busy || willWrite === 0}
          @click=${() => this.fire('rl-next')}
        >
          ${preview.isWhole ? t('import.check.startCount', { count: willWrite }) : t('import.check.start')}
        </button>
      </footer>`;
  }

  private renderReasons(reasons: ReasonGroup[]) {
    return html`<h3>${t('import.check.reasons')}</h3>
      ${reasons.map(
        (group) =>
          html`<details>
            <summary>
              <span>${this.reasonTitle(group)}</span>
              <span class="number">${t('import.check.rows', { count: group.count })}</span>
            </summary>
            ${group.examples.map(
              (example) =>
                html`<div class="example">
                  <span class="muted">${t('import.check.line', { line: example.line })}</span>
                  <span>${example.message}</span>
                  <span></span>
                  <span class="cells"
                    >${example.cells
                      .filter((cell) => cell !== '')
                      .join(' · ')
                      .slice(0, 240)}</span
                  >
                </div>`,
            )}
          </details>`,
      )}`;
  }

  private reasonTitle({ column, message }: ReasonGroup): string {
    return column === undefined ? message : `${columnName(this.item, column)}: ${message}`;
  }

  private renderStarts() {
    const { starts } = this.preview;
    return html`<h3>${t('import.starts.title')}</h3>
      <label class="starts">
        <input
          type="checkbox"
          .checked=${this.item.options.startFlows}
          @change=${(event: Event) => this.setStarts((event.target as HTMLInputElement).checked)}
        />
        <span>
          ${t('import.starts.label')}<br />
          <span class="muted">
            ${
              starts.length === 0
                ? t('import.starts.lead')
                : starts
                    .map(({ name, count }) => t('import.starts.count', { name, count: formatNumber(count) }))
                    .join(' ')
            }
          </span>
        </span>
      </label>`;
  }

  private setStarts(startFlows: boolean): void {
    this.dispatchEvent(new CustomEvent('rl-options', { detail: { options: { startFlows } } }));
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
