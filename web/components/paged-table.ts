import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { t } from '../data/i18n.ts';
import './rl-button.ts';
import './rl-problem.ts';
import './rl-skeleton.ts';
import { showProblem } from './toast.ts';

/** Where the next page begins: what the server said of it. */
type Next = string | number;

interface PageOf<Row> {
  items: Row[];
  next?: Next | null;
}

interface Table<Row> {
  label: string;
  head: unknown;
  row: (row: Row) => unknown;
  /** In place of the table where there is nothing. */
  none: TemplateResult;
  further?: string;
}

/**
 * The rows of a long table, page after page, and the frame they are shown in: waiting, what went wrong, nothing there,
 * the table, and a button for more. The host is drawn again when they change; it has the styles `filteredTable`.
 */
export class PagedTable<Row extends { id: string }, Page extends PageOf<Row>> {
  rows: Row[] = [];
  /** The last that came; nothing while a question is answered for the first time. */
  page: Page | undefined;
  error: unknown;
  hasFurther = false;

  private readonly host: ReactiveControllerHost;
  private readonly ask: (from?: Next) => Promise<Page>;
  private asked = 0;

  constructor(host: ReactiveControllerHost, ask: (from?: Next) => Promise<Page>) {
    this.host = host;
    this.ask = ask;
  }

  /** For another question: what was shown is no answer to it. */
  clear(): void {
    this.page = undefined;
    this.host.requestUpdate();
  }

  /** The first page anew. What an earlier question is answered meanwhile is not shown. */
  async load(): Promise<void> {
    const asked = ++this.asked;
    try {
      const page = await this.ask();
      if (asked !== this.asked) return;
      Object.assign(this, { page, rows: page.items, hasFurther: false, error: undefined });
    } catch (error) {
      if (asked !== this.asked) return;
      this.error = error;
    }
    this.host.requestUpdate();
  }

  /** Only while the first page is shown and somebody looks: rows must not move under the pointer. */
  async refresh(): Promise<void> {
    if (!this.error && !document.hidden && !this.hasFurther) await this.load();
  }

  /** The newest are put before what is shown, and known ones in their place; for tables that nothing leaves. */
  async loadNewest(): Promise<void> {
    const { rows, page, hasFurther } = this;
    await this.load();
    if (!hasFurther || this.error) return;
    const newest = new Set(this.rows.map(({ id }) => id));
    this.rows = [...this.rows, ...rows.filter(({ id }) => !newest.has(id))];
    Object.assign(this, { page, hasFurther });
    this.host.requestUpdate();
  }

  render({ label, head, row, none, further }: Table<Row>) {
    return html`<div class="body" tabindex="0" role="region" aria-label=${label}>
      ${this.renderBody({ label, head, row, none })}${
        this.page?.next && !this.error
          ? html`<div class="further">
              <rl-button @click=${() => this.loadFurther()}>${further ?? t('action.showMore')}</rl-button>
            </div>`
          : nothing
      }
    </div>`;
  }

  private renderBody({ label, head, row, none }: Table<Row>) {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.page) return html`<div class="wait"><rl-skeleton rows="12"></rl-skeleton></div>`;
    if (this.rows.length === 0) return none;
    return html`<table aria-label=${label}>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${this.rows.map((each) => row(each))}
      </tbody>
    </table>`;
  }

  private async loadFurther(): Promise<void> {
    const { asked } = this;
    const page = await this.ask(this.page?.next ?? undefined).catch(showProblem);
    if (!page || asked !== this.asked) return;
    const known = new Set(this.rows.map(({ id }) => id));
    this.rows = [...this.rows, ...page.items.filter(({ id }) => !known.has(id))];
    // Figures of the whole may come with the first page alone.
    Object.assign(this, { page: { ...this.page, ...page }, hasFurther: true });
    this.host.requestUpdate();
  }
}
