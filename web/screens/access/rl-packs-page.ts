import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { referenceName } from '../../data/reference-name.ts';
import { metaContext } from '../../context/meta.ts';
import { ApiProblem } from '../../data/client.ts';
import { hasText, t } from '../../data/i18n.ts';
import { definitionTitle, type NamedDefinition } from '../../data/definition-title.ts';
import type { Meta } from '../../data/meta.ts';
import {
  importPack,
  listPackContents,
  listPacks,
  packAddress,
  planPack,
  undoPack,
  type PackContent,
  type PackImport,
  type PackStep,
} from '../../data/packs.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import './rl-differences.ts';
import { pageStyles } from './page-styles.ts';

const tones = { add: 'good', change: 'accent', same: 'neutral', conflict: 'warn' } as const;

/** The configuration as a file: taken out, planned and brought in elsewhere, taken back. */
@customElement('rl-packs-page')
export class RlPacksPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private imports: PackImport[] = [];
  @state() private contents: PackContent[] | undefined;
  @state() private file: File | undefined;
  @state() private steps: PackStep[] | undefined;
  @state() private error: unknown;
  @state() private isBusy = false;
  @state() private withRecords = false;

  static override styles = [
    base,
    buttons,
    pageStyles,
    css`
      input[type='file'] {
        position: absolute;
        opacity: 0;
        width: 1px;
      }
      label.button:focus-within {
        outline: 2px solid var(--rl-accent);
      }
      .foot {
        display: flex;
        gap: 8px;
        margin-top: 12px;
      }
      .kind {
        flex: 0 0 120px;
      }
      .missing {
        color: var(--rl-bad-text);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<div class="head">
        <p class="grow muted">${t('pack.about')}</p>
        <a class="button" href=${packAddress(this.withRecords)} download
          ><rl-icon name="download"></rl-icon>${t('pack.export')}</a
        >
        <label class="button primary"
          ><rl-icon name="upload"></rl-icon>${t('pack.import')}<input
            type="file"
            accept=".zip"
            @change=${this.choose}
        /></label>
      </div>
      ${this.error ? this.renderError(this.error) : nothing}
      ${this.steps ? this.renderPlan(this.steps) : nothing}
      ${this.contents && !this.steps ? this.renderContents(this.contents) : nothing}
      ${this.imports.length > 0 ? html`<h3>${t('pack.imports')}</h3>` : nothing}
      ${this.imports.map((one) => this.renderImport(one))}`;
  }

  private renderError(error: unknown): TemplateResult {
    const where = error instanceof ApiProblem ? error.extra['definition'] : undefined;
    // The cast: what the server says of the definition that it refused.
    const refused = where as { kind: string; id: string } | undefined;
    const step = this.steps?.find(({ kind, id }) => kind === refused?.kind && id === refused.id);
    return html`${
        refused
          ? html`<p class="missing">${kindName(refused.kind)} <b>${this.titleOf(step ?? refused)}</b></p>`
          : nothing
      }<rl-problem inline .retry=${false} .error=${error}></rl-problem>`;
  }

  private renderContents(contents: PackContent[]): TemplateResult {
    if (contents.length === 0) return html`<p class="about">${t('pack.empty')}</p>`;
    const held = contents.filter(({ holdsRecords }) => this.withRecords || !holdsRecords);
    const kinds = [...new Set(held.map(({ kind }) => kind))];
    const asked = contents.filter(({ holdsRecords }) => holdsRecords);
    return html`<h3>${t('pack.contents', { count: held.length })}</h3>
      ${asked.length > 0 ? this.renderAsked(asked) : nothing}
      ${kinds.map((kind) => {
        const own = held.filter((one) => one.kind === kind);
        return html`<div class="row">
          <span class="kind muted">${kindName(kind)}</span>
          <span class="grow">${own.map((one) => this.titleOf(one)).join(t('list.comma'))}</span>
        </div>`;
      })}`;
  }

  private renderAsked(asked: PackContent[]): TemplateResult {
    const kinds = [...new Set(asked.map(({ kind }) => kind))].map(kindName).join(t('list.comma'));
    return html`<label class="row"
      ><input
        type="checkbox"
        .checked=${this.withRecords}
        @change=${(event: Event) => (this.withRecords = (event.target as HTMLInputElement).checked)}
      /><span class="grow"
        >${t('pack.withRecords', { kinds, number: asked.length })}
        <span class="muted small">${t('pack.withRecords.about')}</span></span
      ></label
    >`;
  }

  private renderPlan(steps: PackStep[]): TemplateResult {
    const changing = steps.filter(({ act }) => act !== 'same');
    const isLacking = steps.some(({ missing }) => missing.length > 0);
    return html`<h3>${t('pack.plan', { file: this.file?.name })}</h3>
      ${steps.map(
        (step) =>
          html`<div class="row">
            <rl-tag tone=${tones[step.act]}>${t(`pack.act.${step.act}`)}</rl-tag>
            <span class="grow"
              >${kindName(step.kind)} <b>${this.titleOf(step)}</b>
              ${
                step.differences.length > 0
                  ? html`<rl-differences
                      class="small"
                      most="4"
                      .differences=${step.differences}
                      kind=${step.kind}
                      definition=${step.id}
                    ></rl-differences>`
                  : nothing
              }
              ${
                step.missing.length > 0
                  ? html`<span class="missing small"
                      >${t('pack.missing', { what: step.missing.map((one) => `${kindName(one.kind)} ${this.titleOf(one)}`).join(t('list.comma')) })}</span
                    >`
                  : nothing
              }
              ${
                step.absent.length > 0
                  ? html`<span class="small"
                      >${t('pack.absent', { who: step.absent.join(t('list.comma')) })}</span
                    >`
                  : nothing
              }
            </span>
          </div>`,
      )}
      <p class="about">
        ${changing.length === 0 ? t('pack.nothing') : t('pack.sum', { count: changing.length })}
      </p>
      ${isLacking ? html`<p class="missing">${t('pack.lacking')}</p>` : nothing}
      <div class="foot">
        <button type="button" class="button" @click=${() => (this.steps = undefined)}>
          ${t('action.cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          ?disabled=${this.isBusy || isLacking || changing.length === 0}
          @click=${this.apply}
        >
          ${t('pack.apply')}
        </button>
      </div>`;
  }

  private titleOf(definition: NamedDefinition): string {
    return definitionTitle(this.meta, definition);
  }

  private renderImport(one: PackImport): TemplateResult {
    return html`<div class="row">
      <span class="grow"
        >${one.name}
        <span class="muted small"
          >${t('pack.written', { count: one.written })} · ${referenceName(one.by)} ·
          <rl-time value=${one.at}></rl-time></span
      ></span>
      ${
        one.undoneAt
          ? html`<rl-tag>${t('pack.undone')}</rl-tag>`
          : html`<button type="button" class="button" @click=${() => this.undo(one)}>
              ${t('pack.undo')}
            </button>`
      }
    </div>`;
  }

  private async choose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    this.file = input.files?.[0];
    input.value = '';
    if (!this.file) return;
    try {
      this.steps = (await planPack(this.file)).steps;
      this.error = undefined;
    } catch (error) {
      this.steps = undefined;
      this.error = error;
    }
  }

  private async apply(): Promise<void> {
    this.isBusy = true;
    try {
      const { id, written } = await importPack(this.file!);
      this.steps = undefined;
      this.error = undefined;
      await this.settled();
      showToast({
        text: t('pack.done', { count: written }),
        action: { label: t('action.undo'), run: () => undoPack(id).then(() => this.settled()) },
      });
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }

  private async undo({ id }: PackImport): Promise<void> {
    try {
      await undoPack(id);
      await this.settled();
      showToast({ text: t('pack.undone') });
    } catch (error) {
      showProblem(error);
    }
  }

  /** Entities and screens may have come or gone. */
  private async settled(): Promise<void> {
    await this.load();
    this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
  }

  private async load(): Promise<void> {
    try {
      [this.imports, this.contents] = await Promise.all([listPacks(), listPackContents()]);
    } catch (error) {
      this.error = error;
    }
  }
}

const kindName = (kind: string): string => (hasText(`audit.kind.${kind}`) ? t(`audit.kind.${kind}`) : kind);
