import { consume } from '@lit/context';
import { LitElement, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { titleOf } from '../data/choices.ts';
import { fieldsIn, formFields, screenFor } from '../data/entity-screens.ts';
import { t } from '../data/i18n.ts';
import type { Meta, MetaEntity, MetaField } from '../data/meta.ts';
import { createRecord, type RecordItem } from '../data/records.ts';
import { ScreenRules } from '../rules/screen-rules.ts';
import { navigate, recordPath } from '../shell/router.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-dialog.ts';
import './rl-record-form.ts';
import type { RlRecordForm } from './rl-record-form.ts';
import { showToast } from './toast.ts';

/** Asks for a new record's fields and makes it. Fires `rl-created` with `detail: {record}` and `rl-close`. */
@customElement('rl-new-record')
export class RlNewRecord extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  /** Values given by the place it was asked from, such as the account of a new contact. */
  @property({ attribute: false }) initial: Record<string, unknown> = {};
  @state() private isBusy = false;
  @state() private computed: Record<string, unknown> = {};
  @state() private values: Record<string, unknown> | undefined;
  private readonly rules = new ScreenRules(this);
  @query('rl-record-form') private form!: RlRecordForm;

  static override styles = [base, buttons];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.entity.fields.some((field) => field.defaultExpression)) void this.compute();
  }

  private async compute(): Promise<void> {
    const { defaultValues } = await import('../expression/default-values.ts');
    this.computed = defaultValues(this.entity.fields, this.meta);
  }

  protected override render() {
    return html`<rl-dialog open heading=${t('record.newTitle', { what: this.entity.label.one })}>
      <rl-record-form
        .fields=${this.fields()}
        .initial=${this.startValues()}
        @rl-values=${(event: CustomEvent<{ values: Record<string, unknown> }>) => (this.values = event.detail.values)}
      ></rl-record-form>
      <button slot="footer" type="button" class="button" @click=${this.cancel}>${t('action.cancel')}</button>
      <button
        slot="footer"
        type="button"
        class="button primary"
        title="Ctrl Enter"
        ?disabled=${this.isBusy}
        @click=${() => this.save()}
      >
        ${t('action.create')}
      </button>
    </rl-dialog>`;
  }

  /** What the form's rules show for the values so far. */
  private fields(): MetaField[] {
    const body = screenFor(this.meta, 'form', this.entity.id)?.body ?? [];
    const values = this.values ?? this.startValues();
    const nodes = this.rules.decide(body, { meta: this.meta, entity: this.entity, values });
    const fields = nodes
      .flatMap((node) => fieldsIn(node, this.entity))
      .filter(({ access }) => access === 'write');
    return fields.length > 0 ? fields : formFields(this.entity);
  }

  private startValues(): Record<string, unknown> {
    const { id, name } = this.meta.actor;
    const defaults = this.entity.fields.flatMap((field) =>
      // What this person may not write begins as it does for everybody, on the server.
      field.default === undefined || field.access !== 'write' ? [] : [[field.id, field.default] as const],
    );
    return {
      ...Object.fromEntries(defaults),
      ...this.computed,
      ...(this.entity.owner ? { owner: { id, title: name } } : {}),
      ...this.initial,
    };
  }

  private cancel(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }

  private async save(): Promise<void> {
    const values = this.form.values();
    if (!values || this.isBusy) return;
    this.isBusy = true;
    try {
      const record = await createRecord(this.entity.id, values);
      this.announce(record);
      this.dispatchEvent(new CustomEvent('rl-created', { detail: { record } }));
      this.dispatchEvent(new CustomEvent('rl-close'));
    } catch (error) {
      this.form.show(error);
    } finally {
      this.isBusy = false;
    }
  }

  private announce(record: RecordItem): void {
    showToast({
      text: t('record.created', { title: titleOf(this.entity.title, record) }),
      action: { label: t('action.open'), run: () => navigate(recordPath(this.entity.id, record.id)) },
    });
  }
}
