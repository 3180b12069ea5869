import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteMany, setField, type BulkOutcome } from '../../data/bulk.ts';
import { t } from '../../data/i18n.ts';
import { fieldOf, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { formFields } from '../../data/entity-screens.ts';
import type { RecordItem } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-field-editor.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import { showProblem, showToast } from '../../components/toast.ts';

/** What can be done with the records selected. Fires `rl-changed` and `rl-clear`. */
@customElement('rl-selection-bar')
export class RlSelectionBar extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) records: RecordItem[] = [];
  @state() private field: MetaField | undefined;
  @state() private value: unknown;
  @state() private isBusy = false;

  static override styles = [
    base,
    buttons,
    css`
      .bar {
        position: absolute;
        bottom: 16px;
        left: 50%;
        z-index: 5;
        display: flex;
        align-items: center;
        gap: 4px;
        max-width: calc(100% - 24px);
        padding: 4px 4px 4px 14px;
        border-radius: 10px;
        background: var(--rl-surface);
        box-shadow: var(--rl-shadow-float);
        white-space: nowrap;
        translate: -50% 0;
      }
      b {
        margin-right: 8px;
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
      .form {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  protected override render() {
    if (this.records.length === 0) return nothing;
    const owner = fieldOf(this.entity, 'owner');
    return html`<div class="bar" role="toolbar" aria-label=${t('list.selection')}>
        <b>${t('list.selected', { count: this.records.length })}</b>
        ${
          this.entity.can.update
            ? html`${
                  owner?.access === 'write'
                    ? html`<button type="button" class="button ghost" @click=${() => this.ask(owner)}>
                        <rl-icon name="user"></rl-icon>${t('bulk.owner')}
                      </button>`
                    : nothing
                }<button type="button" class="button ghost" @click=${() => this.ask(this.choices()[0])}>
                  <rl-icon name="pencil"></rl-icon>${t('bulk.change')}
                </button>`
            : nothing
        }
        ${
          this.entity.can.delete
            ? html`<button type="button" class="button ghost danger" @click=${this.deleteAll}>
                <rl-icon name="trash-2"></rl-icon>${t('action.delete')}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('list.clearSelection')}
          title=${t('list.clearSelection')}
          @click=${this.clear}
        >
          <rl-icon name="x"></rl-icon>
        </button>
      </div>
      ${this.field ? this.renderDialog(this.field) : nothing}`;
  }

  private renderDialog(field: MetaField) {
    return html`<rl-dialog
      open
      size="small"
      heading=${t('bulk.title', { count: this.records.length })}
      @rl-close=${() => (this.field = undefined)}
    >
      <div class="form">
        <rl-select
          label=${t('bulk.field')}
          .options=${this.choices().map((each) => ({ value: each.id, label: each.label }))}
          value=${field.id}
          @change=${(event: CustomEvent<{ value: string }>) => this.ask(fieldOf(this.entity, event.detail.value))}
        ></rl-select>
        <rl-field-editor
          bare
          .field=${field}
          .value=${this.value}
          @change=${(event: CustomEvent<{ value: unknown }>) => (this.value = event.detail.value)}
        ></rl-field-editor>
      </div>
      <button slot="footer" type="button" class="button" @click=${() => (this.field = undefined)}>
        ${t('action.cancel')}
      </button>
      <button
        slot="footer"
        type="button"
        class="button primary"
        ?disabled=${this.isBusy}
        @click=${() => this.change(field)}
      >
        ${t('bulk.apply')}
      </button>
    </rl-dialog>`;
  }

  private choices(): MetaField[] {
    return formFields(this.entity).filter((field) => !field.unique && field.id !== this.entity.title);
  }

  private ask(field: MetaField | undefined): void {
    this.field = field;
    this.value = null;
  }

  private async change(field: MetaField): Promise<void> {
    const { value, records, entity } = this;
    await this.run(() => setField(entity.id, records, { field: field.id, value }), 'bulk.changed');
    this.field = undefined;
  }

  private deleteAll(): Promise<void> {
    const { records, entity } = this;
    return this.run(() => deleteMany(entity.id, records), 'bulk.deleted');
  }

  private async run(act: () => Promise<BulkOutcome>, text: string): Promise<void> {
    this.isBusy = true;
    try {
      this.announce(await act(), text);
      this.clear();
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
      this.dispatchEvent(new CustomEvent('rl-changed'));
    }
  }

  private announce(outcome: BulkOutcome, text: string): void {
    if (outcome.failed > 0)
      showProblem(t('bulk.refused', { count: outcome.failed, reason: outcome.problem ?? '' }));
    if (outcome.done === 0) return;
    const undo = async (): Promise<void> => {
      const back = await outcome.undo();
      if (back.problem) showProblem(back.problem);
      this.dispatchEvent(new CustomEvent('rl-changed'));
    };
    showToast({ text: t(text, { count: outcome.done }), action: { label: t('action.undo'), run: undo } });
  }

  private clear(): void {
    this.dispatchEvent(new CustomEvent('rl-clear'));
  }
}
