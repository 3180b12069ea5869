import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import {
  changeImport,
  previewImport,
  readImport,
  runImport,
  type ColumnMapping,
  type ImportChange,
  type ImportItem,
  type ImportOptions,
  type ImportPreview,
} from '../../data/imports.ts';
import type { Meta } from '../../data/meta.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import './rl-import-check.ts';
import './rl-import-columns.ts';
import './rl-import-run.ts';
import './rl-import-steps.ts';
import './rl-import-upload.ts';
import './rl-import-values.ts';
import { targetLabel } from './field-labels.ts';
import { stepAfterColumns, stepOf, type Step } from './steps.ts';

type ItemEvent = CustomEvent<{ item: ImportItem }>;

/** A file becomes records in five steps. The import stands in the address: a reload goes on where it was. */
@customElement('rl-import-wizard')
export class RlImportWizard extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() target = '';
  @state() private step: Step = 'upload';
  @state() private item: ImportItem | undefined;
  @state() private preview: ImportPreview | undefined;
  @state() private error: unknown;
  @state() private isBusy = false;
  /** Changes are sent one after another: each answer is what the next one builds on. */
  private sending: Promise<unknown> = Promise.resolve();

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      .wait {
        padding: 24px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('target') && this.item?.id === (queryParam('import') ?? this.item?.id)) return;
    const id = queryParam('import');
    if (id === this.item?.id) return;
    this.item = undefined;
    this.step = 'upload';
    if (id) void this.attempt(async () => this.show(await readImport(id)));
  }

  protected override render() {
    const label = targetLabel(this.meta, this.target);
    const crumb = {
      label,
      href: this.target === 'user' ? '/settings/people' : `/r/${encodeURIComponent(this.target)}`,
    };
    return html`<rl-bar .crumbs=${[crumb]} heading=${t('import.title')}></rl-bar>
      <rl-import-steps step=${this.step} ?asks-values=${this.asksValues()}></rl-import-steps>
      ${this.renderStep(label)}`;
  }

  private renderStep(label: string): TemplateResult {
    const { item, preview, meta } = this;
    if (!item) {
      if (queryParam('import') && !this.error)
        return html`<div class="wait"><rl-skeleton rows="6"></rl-skeleton></div>`;
      return html`${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}<rl-import-upload
          target=${this.target}
          label=${label}
          @rl-import=${(event: ItemEvent) => this.show(event.detail.item)}
        ></rl-import-upload>`;
    }
    if (this.step === 'values' && preview)
      return html`<rl-import-values
        .meta=${meta}
        .item=${item}
        .preview=${preview}
        .error=${this.error}
        ?busy=${this.isBusy}
        @rl-back=${() => this.go('columns')}
        @rl-next=${(event: CustomEvent<{ mapping: ColumnMapping[] }>) => this.checkWith(event.detail.mapping)}
      ></rl-import-values>`;
    if (this.step === 'check' && preview)
      return html`<rl-import-check
        .meta=${meta}
        .item=${item}
        .preview=${preview}
        .error=${this.error}
        ?busy=${this.isBusy}
        @rl-back=${() => this.go(this.asksValues() ? 'values' : 'columns')}
        @rl-options=${(event: CustomEvent<{ options: Partial<ImportOptions> }>) => this.change(event.detail)}
        @rl-next=${() => this.run()}
      ></rl-import-check>`;
    if (this.step === 'run')
      return html`<rl-import-run
        .meta=${meta}
        .item=${item}
        @rl-import=${(event: ItemEvent) => this.show(event.detail.item)}
        @rl-back=${() => this.go('columns')}
      ></rl-import-run>`;
    return html`<rl-import-columns
      .meta=${meta}
      .item=${item}
      .error=${this.error}
      ?busy=${this.isBusy}
      @rl-change=${(event: CustomEvent<{ change: ImportChange }>) => this.change(event.detail.change)}
      @rl-back=${() => this.startOver()}
      @rl-next=${() => this.check()}
    ></rl-import-columns>`;
  }

  private asksValues(): boolean {
    return (this.preview?.unmatched.length ?? 0) > 0;
  }

  private show(item: ImportItem): void {
    const isOther = item.id !== this.item?.id;
    this.item = item;
    this.step = stepOf(item);
    if (!isOther) return;
    this.preview = undefined;
    replaceQuery({ import: item.id });
  }

  private go(step: Step): void {
    this.error = undefined;
    this.step = step;
  }

  private startOver(): void {
    this.item = undefined;
    this.preview = undefined;
    replaceQuery({});
    this.go('upload');
  }

  private change(change: ImportChange): void {
    const { item } = this;
    if (!item) return;
    // Shown at once; the answer of the server comes after.
    this.item = {
      ...item,
      ...(change.mapping ? { mapping: change.mapping } : {}),
      options: { ...item.options, ...change.options },
    };
    const shown = this.item;
    this.sending = this.sending.then(() =>
      this.attempt(async () => {
        const answer = await changeImport(item.id, change);
        // What was chosen meanwhile stays: its own answer comes.
        if (this.item === shown) this.item = answer;
      }),
    );
  }

  private async check(): Promise<void> {
    await this.sending;
    await this.attempt(async () => {
      this.preview = await previewImport(this.item!.id);
      this.step = stepAfterColumns(this.preview);
    });
  }

  private async checkWith(mapping: ColumnMapping[]): Promise<void> {
    await this.attempt(async () => {
      this.item = await changeImport(this.item!.id, { mapping });
      this.preview = await previewImport(this.item.id);
      this.step = 'check';
    });
  }

  private async run(): Promise<void> {
    await this.sending;
    await this.attempt(async () => this.show(await runImport(this.item!.id)));
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.error = undefined;
    try {
      await act();
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}
