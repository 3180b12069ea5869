import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { ApiProblem } from '../../data/client.ts';
import { isEditable, type Meta, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { listChange } from '../../data/list-change.ts';
import { updateRecord, type RecordItem } from '../../data/records.ts';
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

interface Written {
  value: unknown;
  /** What is sent: of a list only what comes and goes, so that what others add meanwhile stays. */
  sent: unknown;
  on: RecordItem;
}

/** A record's fields, each changed in place. Fires `rl-saved` with `detail: {record}`. */
@customElement('rl-facts')
export class RlFacts extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) fields: MetaField[] = [];
  /** How many stand beside each other, where there is room. */
  @property({ type: Number, reflect: true }) across = 1;
  @state() private conflict: Conflict | undefined;
  @state() private errors: Record<string, string> = {};

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      :host([across='2']) .facts {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0 24px;
      }
      :host([across='3']) .facts {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0 24px;
      }
      @media (max-width: 720px) {
        :host .facts {
          display: block !important;
        }
      }
    `,
  ];

  protected override render() {
    return html`<div class="facts">${this.fields.map((field) => this.renderFact(field))}</div>
      ${this.conflict ? this.renderConflict(this.conflict) : nothing}`;
  }

  private renderFact(field: MetaField) {
    const isOpen = this.entity.can.update && isEditable(field) && (!field.isSystem || field.id === 'owner');
    return html`<rl-fact
      data-node=${field.node ?? nothing}
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
        void this.write(field, { value: mine, sent: toWritten(mine), on: theirs });
      }}
    ></rl-conflict>`;
  }

  private async save(field: MetaField, value: unknown): Promise<void> {
    if (isSameValue(value, this.record[field.id])) return;
    const sent = sentFor(field, this.record[field.id], value);
    await this.write(field, { value, sent, on: this.record });
  }

  private async write(field: MetaField, written: Written): Promise<void> {
    const { value, sent, on } = written;
    const before = this.record;
    this.record = { ...this.record, [field.id]: value };
    this.errors = { ...this.errors, [field.id]: '' };
    try {
      this.saved(await updateRecord(this.entity.id, on, { [field.id]: sent }));
    } catch (error) {
      this.record = before;
      await this.refused(field, written, error);
    }
  }

  /** Somebody was faster: asked about only when both changed the same field. */
  private async refused(field: MetaField, written: Written, error: unknown): Promise<void> {
    const { value, on } = written;
    if (!(error instanceof ApiProblem)) return showProblem(error);
    const current = error.extra['current'];
    if (error.status === 412 && isRecord(current)) {
      if (field.type === 'relationMany' || isSameValue(current[field.id], on[field.id]))
        return this.write(field, { ...written, on: current });
      this.conflict = { field, theirs: current, mine: value };
      return;
    }
    const own = error.errors.find((each) => each.pointer.split('/').includes(field.id));
    this.errors = { ...this.errors, [field.id]: own?.message ?? error.detail };
  }

  private saved(record: RecordItem): void {
    this.record = { ...this.record, ...record };
    this.dispatchEvent(
      new CustomEvent('rl-saved', { detail: { record: this.record }, bubbles: true, composed: true }),
    );
  }
}

function sentFor(field: MetaField, before: unknown, value: unknown): unknown {
  return field.type === 'relationMany' ? listChange(before, value) : toWritten(value);
}

const isRecord = (value: unknown): value is RecordItem =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
