import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatCount } from '../../data/count.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import {
  jobStates,
  listJobs,
  putOffJobs,
  retryJobs,
  type JobItem,
  type JobPage,
  type JobState,
} from '../../data/jobs.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { filteredTable } from '../../styles/filtered-table.ts';
import { selectionBar } from '../../styles/selection-bar.ts';
import { PagedTable } from '../../components/paged-table.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import '../../components/rl-tabs.ts';
import '../../components/rl-time.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { jobsStyles } from './jobs-styles.ts';

const reloadAfter = 5_000;
/** Counting all that waits is more work than showing some of it. */
const figuresEvery = 6;
const hour = 60;
const puttingOff = [
  { text: 'jobs.putOff.hour', minutes: hour },
  { text: 'jobs.putOff.day', minutes: 24 * hour },
];

/** Work in the background: what failed and why, what is at work, what waits. Failed jobs are retried, others put off. */
@customElement('rl-jobs-screen')
export class RlJobsScreen extends LitElement {
  @state() private shown: JobState = 'failed';
  @state() private kind = '';
  @state() private selected: ReadonlySet<string> = new Set();
  private figures: JobPage['figures'];
  private refreshed = 0;
  private readonly list = new PagedTable<JobItem, JobPage>(this, async (from) => {
    const hasFigures = from === undefined && this.refreshed % figuresEvery === 0;
    const page = await listJobs({
      ...{ state: this.shown, kind: this.kind, offset: Number(from ?? 0), hasFigures },
    });
    this.figures = page.figures ?? this.figures;
    return page;
  });
  private timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [base, buttons, filteredTable, selectionBar, jobsStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.shown = jobStates.find((each) => each === queryParam('state')) ?? 'failed';
    this.kind = queryParam('kind') ?? '';
    void this.list.load();
    this.timer = setInterval(() => {
      // Rows must not move under the pointer.
      if (this.selected.size > 0) return;
      this.refreshed++;
      void this.list.refresh();
    }, reloadAfter);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render() {
    return html`<rl-bar
        .crumbs=${[
          { label: t('nav.flows'), href: '/flows' },
          { label: t('jobs.instances'), href: '/instances' },
        ]}
        heading=${t('jobs.title')}
      ></rl-bar>
      <rl-tabs
        class="tabs"
        label=${t('jobs.state')}
        .tabs=${jobStates.map((id) => ({ id, label: t(`jobs.state.${id}`), count: this.countOf(id) }))}
        .selected=${this.shown}
        @rl-select=${(event: CustomEvent<{ id: JobState }>) => this.ask(event.detail.id, '')}
      ></rl-tabs>
      ${this.renderFilters()} ${this.renderList()}
      ${this.selected.size > 0 ? this.renderSelection() : nothing}`;
  }

  private countOf(state: JobState): string | undefined {
    const figure = this.figures?.[state];
    return figure?.count ? formatCount(figure) : undefined;
  }

  private renderFilters() {
    const kinds = this.figures?.[this.shown].kinds ?? [];
    const options = kinds.map(({ kind, name, count }) => ({
      value: kind,
      label: `${name} (${formatNumber(count)})`,
    }));
    const isKnown = !this.kind || kinds.some(({ kind }) => kind === this.kind);
    return html`<div class="filters" role="search">
      <rl-select
        label=${t('jobs.kind')}
        placeholder=${t('jobs.kind.any')}
        .options=${isKnown ? options : [{ value: this.kind, label: this.kind }, ...options]}
        .value=${this.kind}
        @change=${(event: CustomEvent<{ value: string }>) => this.ask(this.shown, event.detail.value)}
      ></rl-select>
      <span class="muted">${t(`jobs.state.${this.shown}.help`)}</span>
    </div>`;
  }

  private renderList() {
    const { rows } = this.list;
    return this.list.render({
      label: t('jobs.title'),
      none: html`<rl-empty icon="circle-check" heading=${t(`jobs.none.${this.shown}`)}></rl-empty>`,
      head: html`${this.renderCheck({
          label: t('jobs.selectAll'),
          isChecked: rows.every(({ id }) => this.selected.has(id)),
          isHead: true,
          toggle: (isChecked) => (this.selected = new Set(isChecked ? rows.map(({ id }) => id) : [])),
        })}
        <th>${t('jobs.kind')}</th>
        <th>${t('jobs.error')}</th>
        <th class="attempts">${t('jobs.attempts')}</th>
        <th class="at">${t(this.shown === 'failed' ? 'jobs.failedAt' : 'jobs.dueAt')}</th>
        <th class="go"></th>`,
      row: (item) => this.renderItem(item),
    });
  }

  /** What is at work cannot be touched. */
  private renderCheck({
    label,
    isChecked,
    isHead = false,
    toggle,
  }: {
    label: string;
    isChecked: boolean;
    isHead?: boolean;
    toggle: (isChecked: boolean) => void;
  }) {
    if (this.shown === 'working') return nothing;
    const box = html`<input
      type="checkbox"
      aria-label=${label}
      .checked=${isChecked}
      @change=${(event: Event) => toggle((event.target as HTMLInputElement).checked)}
    />`;
    return isHead ? html`<th class="check">${box}</th>` : html`<td class="check">${box}</td>`;
  }

  private renderItem({ id, name, error, attempts, maxAttempts, dueAt, failedAt, place }: JobItem) {
    return html`<tr aria-selected=${this.selected.has(id)}>
      ${this.renderCheck({
        label: t('jobs.select', { name }),
        isChecked: this.selected.has(id),
        toggle: (isChecked) => {
          const others = [...this.selected].filter((each) => each !== id);
          this.selected = new Set(isChecked ? [...others, id] : others);
        },
      })}
      <td title=${name}>${name}</td>
      <td class=${error ? 'bad' : 'muted'}>${error ?? '–'}</td>
      <td class="attempts">${t('jobs.attempts.of', { attempts, most: maxAttempts })}</td>
      <td class="at muted"><rl-time value=${failedAt ?? dueAt}></rl-time></td>
      <td class="go">
        ${place ? html`<a href=${place} aria-label=${t('jobs.openOf', { name })}>${t('action.open')}</a>` : nothing}
      </td>
    </tr>`;
  }

  private renderSelection() {
    const ids = [...this.selected];
    return html`<div class="selection" role="toolbar" aria-label=${t('jobs.selection')}>
      <b>${t('jobs.selected', { count: ids.length })}</b>
      ${
        this.shown === 'failed'
          ? this.renderAct('rotate-ccw', t('jobs.retry'), () => retryJobs(ids))
          : puttingOff.map(({ text, minutes }) => this.renderAct('', t(text), () => putOffJobs(ids, minutes)))
      }
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('jobs.clear')}
        @click=${() => (this.selected = new Set())}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </div>`;
  }

  private renderAct(icon: string, label: string, act: () => Promise<{ changed: number }>) {
    return html`<button
      type="button"
      class="button ghost"
      aria-label=${label}
      title=${label}
      @click=${() => this.act(act)}
    >
      ${icon ? html`<rl-icon name=${icon}></rl-icon><span class="text">${label}</span>` : label}
    </button>`;
  }

  private async act(act: () => Promise<{ changed: number }>): Promise<void> {
    const asked = this.selected.size;
    try {
      const { changed } = await act();
      this.selected = new Set();
      const text = changed < asked ? 'jobs.changed.some' : 'jobs.changed';
      showToast({ text: t(text, { count: changed, asked }) });
      await this.load();
    } catch (error) {
      showProblem(error);
    }
  }

  private ask(shown: JobState, kind: string): void {
    this.shown = shown;
    this.kind = kind;
    this.selected = new Set();
    replaceQuery({ state: shown === 'failed' ? undefined : shown, kind });
    void this.load();
  }

  /** The list, and what there is of everything. */
  private load(): Promise<void> {
    this.refreshed = 0;
    return this.list.load();
  }
}
