import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatDate } from '../../data/format.ts';
import { t } from '../../data/i18n.ts';
import {
  isRunning,
  readImport,
  rejectedPath,
  repairImport,
  resumeImport,
  stopImport,
  type ImportItem,
} from '../../data/imports.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-tag.ts';
import { countStyles, renderCounts } from './counts.ts';
import { targetLabel } from './field-labels.ts';
import { importStyles } from './import-styles.ts';
import { progressStyles } from './progress-styles.ts';
import { stateTone } from './state-tone.ts';

const pollMilliseconds = 700;

/** An import at work, stopped, or done. Fires `rl-import` when it changed or rows are repaired in a new one. */
@customElement('rl-import-run')
export class RlImportRun extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) item!: ImportItem;
  @state() private error: unknown;
  @state() private isBusy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, importStyles, countStyles, progressStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.poll();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    const { progress, state: now, problem } = this.item;
    return html`<div class="page">
        <h2>
          ${t(`import.run.${now}`, { what: targetLabel(this.meta, this.item.target) })}
          <rl-tag tone=${stateTone(now)}>${t(`import.state.${now}`)}</rl-tag>
        </h2>
        <p class="lead">${this.item.name}</p>
        ${now === 'completed' ? nothing : this.renderBar()}
        ${renderCounts([
          { label: t('import.count.created'), count: progress.created, tone: 'good' },
          { label: t('import.count.updated'), count: progress.updated },
          { label: t('import.count.skipped'), count: progress.skipped },
          { label: t('import.count.rejected'), count: progress.rejected, tone: 'bad' },
          { label: t('import.count.waiting'), count: progress.waiting },
        ])}
        ${problem ? html`<rl-problem class="problem" inline .retry=${false} .error=${problem.detail}></rl-problem>` : nothing}
        ${this.error ? html`<rl-problem class="problem" inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        ${progress.rejected > 0 && !isRunning(this.item) ? this.renderRepair() : nothing}
      </div>
      <footer><span class="note" role="status">${this.renderNote()}</span>${this.renderActions()}</footer>`;
  }

  private renderBar() {
    const share = this.share();
    return html`<div
      class="bar"
      role="progressbar"
      aria-label=${t('import.run.progress')}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(share * 100)}
    >
      <span style="width: ${share * 100}%"></span>
    </div>`;
  }

  private renderNote(): string {
    if (this.item.phase === 'indexes' && isRunning(this.item)) return t('import.run.indexes');
    const { progress, rate } = this.item;
    const read = t('import.run.read', { count: progress.read });
    return rate !== null && this.item.state !== 'ready'
      ? `${read} · ${t('import.run.rate', { rate })}`
      : read;
  }

  private renderActions(): TemplateResult {
    const { state: now, target } = this.item;
    if (now === 'running')
      return html`<button
        class="button"
        type="button"
        ?disabled=${this.isBusy}
        @click=${() => this.act(stopImport)}
      >
        ${t('import.run.stop')}
      </button>`;
    if (now === 'stopping')
      return html`<button class="button" type="button" disabled>${t('import.run.stop')}</button>`;
    if (now === 'stopped' || now === 'failed')
      return html`<button
          class="button"
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent('rl-back'))}
        >
          ${t('import.run.change')}
        </button>
        <button
          class="button primary"
          type="button"
          ?disabled=${this.isBusy}
          @click=${() => this.act(resumeImport)}
        >
          ${t('import.run.resume')}
        </button>`;
    const href = target === 'user' ? '/settings/people' : `/r/${encodeURIComponent(target)}/list`;
    return html`<a class="button" href="/import/${encodeURIComponent(target)}">${t('import.run.another')}</a>
      <a class="button primary" href=${href}
        >${t('import.run.open', { what: targetLabel(this.meta, target) })}</a
      >`;
  }

  private renderRepair() {
    return html`<section class="repair">
      <h3>${t('import.repair.title')}</h3>
      <p class="lead">
        ${t('import.repair.lead')}
        ${this.item.keptUntil ? t('import.repair.kept', { date: formatDate(this.item.keptUntil.slice(0, 10)) }) : nothing}
      </p>
      <div class="actions">
        <a class="button" download href=${rejectedPath(this.item.id)}
          ><rl-icon name="download"></rl-icon>${t('import.repair.download')}</a
        >
        <label class="button"
          ><rl-icon name="upload"></rl-icon>${t('import.repair.upload')}
          <input class="visually-hidden" type="file" accept=".csv,text/csv" @change=${this.onRepair}
        /></label>
        <button class="button ghost" type="button" ?disabled=${this.isBusy} @click=${() => this.repair(null)}>
          ${t('import.repair.again')}
        </button>
      </div>
    </section>`;
  }

  private share(): number {
    const { bytes, size } = this.item.progress;
    return size === 0 ? 0 : Math.min(1, bytes / size);
  }

  private poll(): void {
    clearTimeout(this.timer);
    if (!isRunning(this.item)) return;
    this.timer = setTimeout(() => {
      readImport(this.item.id)
        .then(
          (item) => this.changed(item),
          (error: unknown) => (this.error = error),
        )
        .finally(() => this.isConnected && this.poll());
    }, pollMilliseconds);
  }

  private changed(item: ImportItem): void {
    this.error = undefined;
    this.item = item;
    this.dispatchEvent(new CustomEvent('rl-import', { detail: { item } }));
  }

  private onRepair(event: Event): void {
    // The listener sits on the input itself.
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) this.repair(file);
  }

  private repair(file: File | null): void {
    void this.act((id) => repairImport(id, file));
  }

  private async act(command: (id: string) => Promise<ImportItem>): Promise<void> {
    this.isBusy = true;
    try {
      this.changed(await command(this.item.id));
      this.poll();
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}
