import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteMany, setField, type BulkOutcome } from '../../data/bulk.ts';
import { titleOf } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import { fewestMerged, mostMerged } from '../../data/merge.ts';
import { fieldOf, type MetaEntity, type MetaField, type MetaScreen } from '../../data/meta.ts';
import { formFields } from '../../data/entity-screens.ts';
import type { RecordItem } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { selectionBar } from '../../styles/selection-bar.ts';
import { FlowActions } from '../../components/flow-actions.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-field-editor.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import '../../components/rl-select.ts';
import { showProblem } from '../../components/toast.ts';
import { showUndoable } from '../../components/undo-toast.ts';
import { ToastRoom } from '../../components/toast-room.ts';

/** What can be done with the records selected. Fires `rl-changed` and `rl-clear`. */
@customElement('rl-selection-bar')
export class RlSelectionBar extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  /** Flows started on every record selected. */
  @property({ attribute: false }) screen: MetaScreen | undefined;
  @property({ attribute: false }) records: RecordItem[] = [];
  /** Shown although nothing is selected yet. */
  @property({ type: Boolean }) waiting = false;
  @state() private field: MetaField | undefined;
  @state() private value: unknown;
  @state() private isMerging = false;
  @state() private isBusy = false;
  private readonly flows = new FlowActions(this);

  protected readonly toastRoom = new ToastRoom(this, () => this.records.length > 0);

  static override styles = [
    base,
    buttons,
    selectionBar,
    css`
      .form {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  protected override render() {
    const isEmpty = this.records.length === 0;
    if (isEmpty && !this.waiting) return nothing;
    const owner = fieldOf(this.entity, 'owner');
    return html`<div class="selection" role="toolbar" aria-label=${t('list.selection')}>
        <b>${t('list.selected', { count: this.records.length })}</b>
        ${
          this.entity.can.update && !isEmpty
            ? html`${
                owner?.access === 'write'
                  ? this.renderAction({ icon: 'user', text: t('bulk.owner'), run: () => this.ask(owner) })
                  : nothing
              }${this.renderAction({
                icon: 'pencil',
                text: t('bulk.change'),
                run: () => this.ask(this.choices()[0]),
              })}`
            : nothing
        }
        ${isEmpty ? nothing : this.renderFlows()}
        ${
          this.canMerge
            ? this.renderAction({ icon: 'merge', text: t('merge.open'), run: () => this.openMerge() })
            : nothing
        }
        ${
          this.entity.can.delete && !isEmpty
            ? this.renderAction({
                icon: 'trash-2',
                text: t('action.delete'),
                run: () => this.deleteAll(),
                kind: 'danger',
              })
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
      ${this.field ? this.renderDialog(this.field) : nothing} ${this.isMerging ? this.renderMerge() : nothing}`;
  }

  /** On a phone the icon alone, with its name for those who cannot see it. */
  private renderAction(action: { icon: string; text: string; run: () => void; kind?: string }) {
    return html`<button
      type="button"
      class="button ghost ${action.kind ?? ''}"
      title=${action.text}
      aria-label=${action.text}
      @click=${action.run}
    >
      <rl-icon name=${action.icon}></rl-icon><span class="text">${action.text}</span>
    </button>`;
  }

  private renderFlows() {
    const items = this.flows.items(this.screen);
    if (items.length === 0) return nothing;
    const start = async (item: string): Promise<void> => {
      await this.flows
        .run(
          item,
          this.entity.id,
          this.records.map(({ id }) => id),
        )
        .catch(showProblem);
      this.clear();
    };
    return html`<rl-menu
      .items=${items}
      @rl-select=${(event: CustomEvent<{ id: string }>) => start(event.detail.id)}
    >
      <button slot="trigger" type="button" class="button ghost" aria-haspopup="menu">
        <rl-icon name="play"></rl-icon><span class="text">${t('list.flows')}</span>
      </button>
    </rl-menu>`;
  }

  private renderMerge() {
    return html`<rl-merge-dialog
      .entity=${this.entity}
      .records=${this.records}
      @rl-close=${() => (this.isMerging = false)}
      @rl-merged=${(event: CustomEvent<{ record: RecordItem; cause: string }>) => this.merged(event.detail)}
    ></rl-merge-dialog>`;
  }

  private get canMerge(): boolean {
    const { can } = this.entity;
    const { length } = this.records;
    return can.update && can.delete && length >= fewestMerged && length <= mostMerged;
  }

  private async openMerge(): Promise<void> {
    await import('./rl-merge-dialog.ts');
    this.isMerging = true;
  }

  private merged({ record, cause }: { record: RecordItem; cause: string }): void {
    const text = t('merge.done', { count: this.records.length, title: titleOf(this.entity.title, record) });
    this.isMerging = false;
    showUndoable({ text, cause, changed: this.changed });
    this.clear();
    this.changed();
  }

  private readonly changed = (): void => {
    this.dispatchEvent(new CustomEvent('rl-changed'));
  };

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
    // A file belongs to one record.
    return formFields(this.entity).filter(
      (field) => !field.unique && field.type !== 'file' && field.id !== this.entity.title,
    );
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
      this.changed();
    }
  }

  private announce(outcome: BulkOutcome, text: string): void {
    if (outcome.failed > 0)
      showProblem(t('bulk.refused', { count: outcome.failed, reason: outcome.problem ?? '' }));
    if (outcome.done === 0) return;
    const { cause } = outcome;
    showUndoable({ text: t(text, { count: outcome.done }), cause, changed: this.changed });
  }

  private clear(): void {
    this.dispatchEvent(new CustomEvent('rl-clear'));
  }
}
