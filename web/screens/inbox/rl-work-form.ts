import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { findPeople, type Choice } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { ScreenRules } from '../../rules/screen-rules.ts';
import { unticked, workFields, workValues } from '../../data/work-form.ts';
import { workNotices } from '../../data/work-notices.ts';
import {
  claimWorkItem,
  completeWorkItem,
  delegateWorkItem,
  releaseWorkItem,
  type WorkItem,
} from '../../data/work-items.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-record-form.ts';
import type { RlRecordForm } from '../../components/rl-record-form.ts';
import { takeTyped } from '../../components/send-keys.ts';
import { showToast } from '../../components/toast.ts';

/** A work item's form, and what can be done with it. Fires `rl-done` with `detail: {isOver}` when it changed. */
@customElement('rl-work-form')
export class RlWorkForm extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) item!: WorkItem;
  @state() private entered: Readonly<Record<string, unknown>> = {};
  @state() private isBusy = false;
  @state() private isDelegating = false;
  private readonly rules = new ScreenRules(this);
  @query('rl-record-form') private form!: RlRecordForm;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .help {
        margin: 0;
        color: var(--rl-muted);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .gone {
        margin: 0;
        padding: 8px 12px;
        border-radius: var(--rl-radius);
        background: var(--rl-warn-soft);
        color: var(--rl-warn-text);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  protected override render() {
    const { item } = this;
    const isMine = item.assignee?.id === this.meta.actor.id;
    return html`${item.help ? html`<p class="help">${item.help}</p>` : nothing}${workNotices(
        this.meta,
        item,
      ).map((notice) => html`<p class="gone" role="note">${notice}</p>`)}<rl-record-form
        single
        .fields=${this.fields}
        .initial=${workValues(item)}
        @rl-values=${(event: CustomEvent<{ values: Record<string, unknown> }>) => (this.entered = event.detail.values)}
        @keydown=${this.onKey}
      ></rl-record-form>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          ?disabled=${this.isBusy}
          title="Ctrl Enter"
          @click=${() => this.complete()}
        >
          <rl-icon name="check"></rl-icon>${t('work.complete')}
        </button>
        ${
          item.assignee
            ? nothing
            : html`<button
                type="button"
                class="button"
                ?disabled=${this.isBusy}
                @click=${() => this.act(() => claimWorkItem(item.id), 'work.claimed')}
              >
                ${t('work.claim')}
              </button>`
        }
        <button type="button" class="button" @click=${() => (this.isDelegating = true)}>
          ${t('work.delegate')}
        </button>
        ${
          isMine
            ? html`<button
                type="button"
                class="button ghost"
                ?disabled=${this.isBusy}
                @click=${() => this.act(() => releaseWorkItem(item.id), 'work.released')}
              >
                ${t('work.release')}
              </button>`
            : nothing
        }
      </div>
      ${this.isDelegating ? this.renderDelegate() : nothing}`;
  }

  private renderDelegate() {
    return html`<rl-dialog
      open
      size="small"
      heading=${t('work.delegateTitle')}
      @rl-close=${(event: Event) => {
        event.stopPropagation();
        this.isDelegating = false;
      }}
    >
      <rl-picker
        label=${t('work.delegateTo')}
        placeholder=${t('work.delegateTo')}
        .source=${findPeople}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => {
          const person = event.detail.value;
          if (!person) return;
          this.isDelegating = false;
          void this.act(() => delegateWorkItem(this.item.id, person.id), 'work.delegated', person.title);
        }}
      ></rl-picker>
    </rl-dialog>`;
  }

  private get fields() {
    return workFields(this.meta, this.item, { rules: this.rules, values: this.entered });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    takeTyped(event);
    void this.complete();
  }

  private async complete(): Promise<void> {
    const values = this.form.values();
    if (!values) return;
    const all = { ...unticked(this.item, this.fields), ...values };
    await this.act(() => completeWorkItem(this.item.id, all), 'work.completed');
  }

  private async act(run: () => Promise<unknown>, text: string, name = ''): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await run();
      showToast({ text: t(text, { title: this.item.name, name }) });
      const detail = { isOver: text === 'work.completed' };
      this.dispatchEvent(new CustomEvent('rl-done', { detail }));
    } catch (error) {
      this.form.show(error);
    } finally {
      this.isBusy = false;
    }
  }
}
