import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../web/components/rl-picker.ts';
import { metaContext } from '../../web/context/meta.ts';
import type { Choice } from '../../web/data/choices.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';
import { finderFor } from './finders.ts';

/** What an input takes the id of, chosen by its name. Fires `rl-change` with `detail: {value}`, the id. */
@customElement('rl-named-input')
export class RlNamedInput extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() value = '';
  @property({ attribute: false }) field!: SchemaField;
  /** The entity, or the report, among whose it is looked for. */
  @property() owner = '';
  /** The entity that the flow is about. */
  @property() subject = '';
  private readonly chosen = new Task(this, {
    task: async ([id]) => (id === '' ? null : await this.finder.read(id)),
    args: () => [this.value, this.owner, this.field.name] as const,
  });

  protected override render() {
    const { value, field } = this;
    // What is not there any more, or not to be seen, is shown as it stands.
    const found = value ? (this.chosen.value ?? { id: value, title: value }) : null;
    return html`<rl-picker
      .source=${this.finder.find}
      .value=${found}
      label=${field.label}
      placeholder=${t('designer.task.choose')}
      @change=${(event: CustomEvent<{ value: Choice | null }>) => {
        event.stopPropagation();
        const to = event.detail.value?.id ?? '';
        this.value = to;
        this.dispatchEvent(new CustomEvent('rl-change', { detail: { value: to } }));
      }}
    ></rl-picker>`;
  }

  private get finder() {
    return finderFor(this.meta, this.field, { owner: this.owner, subject: this.subject });
  }
}
