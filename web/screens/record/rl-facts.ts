import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { ApiProblem } from '../../data/client.ts';
import { fieldsOf } from '../../data/entity-screens.ts';
import { t } from '../../data/i18n.ts';
import { isEditable, type Meta, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { factGroups } from '../../data/record-page.ts';
import { updateRecord, type RecordItem } from '../../data/records.ts';
import { ScreenRules } from '../../rules/screen-rules.ts';
import { isSameValue, toWritten } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { showProblem } from '../../components/toast.ts';
import './rl-conflict.ts';
import './rl-fact.ts';

interface Conflict {
  field: MetaField;
  theirs: RecordItem;
  mine: unknown;
}

/** A record's fields, each changed in place. Fires `rl-saved` with `detail: {record}`. */
@customElement('rl-facts')
export class RlFacts extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  /** Only these, without groups. */
  @property({ attribute: false }) fields: MetaField[] | undefined;
  @state() private conflict: Conflict | undefined;
  @state() private errors: Record<string, string> = {};

  private readonly rules = new ScreenRules(this);

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      h3 {
        padding: 6px 0;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 600;
      }
      section + section {
        margin-top: 14px;
      }
    `,
  ];

  protected override render() {
    const groups = this.fields
      ? [{ id: 'fields', label: '', fields: this.fields }]
      : [...this.groups(), this.systemGroup()];
    return html`${groups.map(
      (group) =>
        html`<section>
          ${group.label ? html`<h3>${group.label}</h3>` : nothing}
          ${group.fields.map((field) => this.renderFact(field))}
        </section>`,
    )}
    ${this.conflict ? this.renderConflict(this.conflict) : nothing}`;
  }

  private renderFact(field: MetaField) {
    const isOpen = this.entity.can.update && isEditable(field) && (!field.isSystem || field.id === 'owner');
    return html`<rl-fact
      .field=${field}
      .value=${this.record[field.id]}
      error=${this.errors[field.id] ?? ''}
      ?editable=${isOpen}
      @rl-change=${(event: CustomEvent<{ value: unknown }>) => this.save(field, event.detail.value)}
    ></rl-fact>`;
  }

  private renderConflict({ field, theirs, mine }: Conflict) {
    return html`<rl-conflict
      .field=${field}
      .theirs=${theirs}
      .mine=${mine}
      @rl-keep=${() => {
        this.conflict = undefined;
        this.saved(theirs);
      }}
      @rl-overwrite=${() => {
        this.conflict = undefined;
        void this.write(field, { value: mine, on: theirs });
      }}
    ></rl-conflict>`;
  }

  private groups() {
    const { meta, entity, record } = this;
    return factGroups(meta, entity, (nodes) => this.rules.decide(nodes, { meta, entity, values: record }));
  }

  private systemGroup() {
    const ids = ['createdAt', 'createdBy', 'updatedAt', 'updatedBy'];
    return { id: 'system', label: t('record.system'), fields: fieldsOf(this.entity, ids) };
  }

  private async save(field: MetaField, value: unknown): Promise<void> {
    if (isSameValue(value, this.record[field.id])) return;
    await this.write(field, { value, on: this.record });
  }

  private async write(field: MetaField, { value, on }: { value: unknown; on: RecordItem }): Promise<void> {
    const before = this.record;
    this.record = { ...this.record, [field.id]: value };
    this.errors = { ...this.errors, [field.id]: '' };
    try {
      this.saved(await updateRecord(this.entity.id, on, { [field.id]: toWritten(value) }));
    } catch (error) {
      this.record = before;
      await this.refused(field, { value, on, error });
    }
  }

  /** Somebody was faster: asked about only when both changed the same field. */
  private async refused(
    field: MetaField,
    { value, on, error }: { value: unknown; on: RecordItem; error: unknown },
  ): Promise<void> {
    if (!(error instanceof ApiProblem)) return showProblem(error);
    const current = error.extra['current'];
    if (error.status === 412 && isRecord(current)) {
      if (isSameValue(current[field.id], on[field.id])) return this.write(field, { value, on: current });
      this.conflict = { field, theirs: current, mine: value };
      return;
    }
    const own = error.errors.find((each) => each.pointer.split('/').includes(field.id));
    this.errors = { ...this.errors, [field.id]: own?.message ?? error.detail };
  }

  private saved(record: RecordItem): void {
    this.record = { ...this.record, ...record };
    this.dispatchEvent(new CustomEvent('rl-saved', { detail: { record: this.record } }));
  }
}

const isRecord = (value: unknown): value is RecordItem =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
