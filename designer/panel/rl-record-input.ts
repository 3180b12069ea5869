import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../web/components/rl-picker.ts';
import { metaContext } from '../../web/context/meta.ts';
import { findPeople, findRecords, titleOf, type Choice } from '../../web/data/choices.ts';
import { entityOf, type Meta } from '../../web/data/meta.ts';
import { readRecord } from '../../web/data/records.ts';
import { findUsers } from '../../web/data/users.ts';

/** One record or person, chosen by name. Fires `rl-change` with `detail: {value}`, the id. */
@customElement('rl-record-input')
export class RlRecordInput extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() value = '';
  @property() entity = '';
  @property() label = '';
  private readonly chosen = new Task(this, {
    task: ([id, entity]) => this.find(id, entity),
    args: () => [this.value, this.entity] as const,
  });

  protected override render() {
    // What is not there any more, or not to be seen, is shown as it stands.
    const shown = this.value ? (this.chosen.value ?? { id: this.value, title: this.value }) : null;
    return html`<rl-picker
      .source=${this.entity === 'user' ? findPeople : findRecords(this.meta, this.entity)}
      .value=${shown}
      label=${this.label}
      @change=${(event: CustomEvent<{ value: Choice | null }>) => {
        event.stopPropagation();
        const value = event.detail.value?.id ?? '';
        this.value = value;
        this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
      }}
    ></rl-picker>`;
  }

  private async find(id: string, entity: string): Promise<Choice | null> {
    if (id === '') return null;
    if (entity === 'user') {
      const user = (await findUsers()).find((each) => each.id === id);
      return user ? { id, title: user.name } : null;
    }
    const title = entityOf(this.meta, entity)?.title;
    return title ? { id, title: titleOf(title, await readRecord(entity, id)) } : null;
  }
}
