import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { showProblem, showToast } from '../../components/toast.ts';
import { metaContext } from '../../context/meta.ts';
import type { Choice } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { listRecords, updateRecord, type RecordItem } from '../../data/records.ts';
import {
  previewTemplate,
  testTemplate,
  type TemplatePreview,
  type TemplateQuestion,
} from '../../data/templates.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import type { MenuItem } from '../../components/rl-menu.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-tabs.ts';
import './rl-template-blocks.ts';
import { personalFields } from './personal-fields.ts';
import { readBlocks, writeBlocks, type Blocks } from './blocks.ts';
import './texts.ts';
import { templateStyles } from './template-styles.ts';

const typingPause = 400;
const typedInOneGo = 1_000;
/** Whom a mail is written to. */
const addressee = 'contact';

/** A mail template: its source, and beside it the mail as a customer would get it. */
@customElement('rl-template')
export class RlTemplate extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @state() private body = '';
  @state() private about: Choice | null = null;
  @state() private shown: TemplatePreview | undefined;
  @state() private problem = '';
  @state() private side: 'html' | 'text' = 'html';
  @state() private half: 'blocks' | 'source' = 'blocks';
  /** Bodies before changes of the blocks, latest last. */
  @state() private earlier: { body: string; at: number }[] = [];
  @state() private isBusy = false;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, controls, templateStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('record')) return;
    const before = changed.get('record');
    if (before?.id === this.record.id && this.body !== before['body']) return void this.preview();
    this.body = String(this.record['body'] ?? '');
    if (before?.id !== this.record.id) this.earlier = [];
    void (before ? this.preview() : this.begin());
  }

  protected override render() {
    return html`<div class="tools">
        <rl-picker
          label=${t('template.for')}
          placeholder=${t('template.for')}
          .source=${this.find}
          .value=${this.about}
          @change=${(event: CustomEvent<{ value: Choice | null }>) => {
            this.about = event.detail.value;
            void this.preview();
          }}
        ></rl-picker>
        <span class="grow"></span>
        ${
          this.earlier.length > 0
            ? html`<button type="button" class="button ghost" @click=${this.undo}>
                ${t('template.undo')}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="button"
          ?disabled=${this.isBusy || Boolean(this.problem)}
          @click=${this.test}
        >
          ${t('template.test')}
        </button>
        ${
          this.body !== this.record['body'] && this.entity.can.update
            ? html`<button type="button" class="button primary" ?disabled=${this.isBusy} @click=${this.save}>
                ${t('template.save')}
              </button>`
            : nothing
        }
      </div>
      <div class="halves">
        <div class="half">${this.renderHalf()}</div>
        <section aria-label=${t('template.preview')}>${this.renderPreview()}</section>
      </div>
      <p class="muted small">
        ${t(`template.help.${this.blocks ? this.half : 'source'}`, { example: '{{ contact.name }}' })}
      </p>`;
  }

  /** Null where it is more than blocks. A source that was emptied begins again as a new template does. */
  private get blocks(): Blocks | null {
    return readBlocks(this.body.trim() || String(fieldOf(this.entity, 'body')?.default ?? ''));
  }

  private renderHalf() {
    const { blocks } = this;
    const tabs = (['blocks', 'source'] as const).map((id) => ({ id, label: t(`template.${id}`) }));
    return html`<rl-tabs
        label=${t('template.source')}
        .tabs=${tabs}
        selected=${this.half}
        @rl-select=${(event: CustomEvent<{ id: 'blocks' | 'source' }>) => (this.half = event.detail.id)}
      ></rl-tabs>
      ${
        this.half === 'blocks'
          ? blocks
            ? html`<rl-template-blocks
                .blocks=${blocks}
                .inserts=${this.inserts()}
                ?disabled=${!this.entity.can.update}
                @rl-blocks=${(event: CustomEvent<Blocks>) => this.take(writeBlocks(event.detail))}
              ></rl-template-blocks>`
            : html`<p class="muted">${t('template.noneOfBlocks')}</p>`
          : html`<textarea
              class="control"
              spellcheck="false"
              aria-label=${t('template.source')}
              .value=${this.body}
              ?readonly=${!this.entity.can.update}
              @input=${(event: Event) =>
                // The listener sits on the text area itself.
                this.take((event.target as HTMLTextAreaElement).value)}
            ></textarea>`
      }`;
  }

  private inserts(): MenuItem[] {
    const customer = entityOf(this.meta, addressee);
    return customer ? personalFields(customer) : [];
  }

  private renderPreview() {
    if (this.problem) return html`<p class="field-error" role="alert">${this.problem}</p>`;
    if (!this.shown) return nothing;
    return html`<h3 class="truncate">${this.shown.subject}</h3>
      ${this.shown.unfilled.map((sentence) => html`<p class="unfilled" role="status">${sentence}</p>`)}
      <rl-tabs
        label=${t('template.preview')}
        .tabs=${[
          { id: 'html', label: t('template.page') },
          { id: 'text', label: t('template.plain') },
        ]}
        selected=${this.side}
        @rl-select=${(event: CustomEvent<{ id: 'html' | 'text' }>) => (this.side = event.detail.id)}
      ></rl-tabs>
      ${
        this.side === 'html'
          ? html`<iframe sandbox title=${t('template.preview')} .srcdoc=${this.shown.html}></iframe>`
          : html`<pre>${this.shown.text}</pre>`
      }`;
  }

  private readonly find = async (search: string): Promise<Choice[]> => {
    const title = entityOf(this.meta, addressee)?.title ?? 'name';
    const page = await listRecords(addressee, { ...(search && { search }), limit: 8 });
    return page.items.map((item) => ({ id: item.id, title: String(item[title] ?? '') }));
  };

  /** A first customer, so that a new template shows at once what it does. */
  private async begin(): Promise<void> {
    this.about = await this.find('').then(
      ([first]) => first ?? null,
      () => null,
    );
    await this.preview();
  }

  private question(): TemplateQuestion {
    const { body, about, record } = this;
    return {
      subject: String(record['subject'] ?? ''),
      body,
      ...(about && { about: { entity: addressee, id: about.id } }),
    };
  }

  private take(body: string): void {
    const last = this.earlier.at(-1);
    const now = Date.now();
    // What is typed in one go is taken back in one go.
    this.earlier =
      last && now - last.at < typedInOneGo
        ? [...this.earlier.slice(0, -1), { ...last, at: now }]
        : [...this.earlier, { body: this.body, at: now }];
    this.show(body);
  }

  private readonly undo = (): void => {
    const last = this.earlier.at(-1);
    this.earlier = this.earlier.slice(0, -1);
    if (last) this.show(last.body);
  };

  private show(body: string): void {
    this.body = body;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.preview(), typingPause);
  }

  private async preview(): Promise<void> {
    const mine = ++this.asked;
    try {
      const shown = await previewTemplate(this.question());
      if (mine !== this.asked) return;
      this.shown = shown;
      this.problem = '';
    } catch (error) {
      if (mine === this.asked) this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  private async test(): Promise<void> {
    await this.act(async () => {
      const { to } = await testTemplate(this.question());
      showToast({ text: t('template.tested', { to }) });
    });
  }

  private async save(): Promise<void> {
    await this.act(async () => {
      const record = await updateRecord(this.entity.id, this.record, { body: this.body });
      this.record = record;
      showToast({ text: t('template.saved') });
      this.dispatchEvent(new CustomEvent('rl-saved', { detail: { record }, bubbles: true, composed: true }));
    });
  }

  private async act(run: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    await run().catch(showProblem);
    this.isBusy = false;
  }
}
