import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../web/components/rl-icon.ts';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { readObject, writeObject } from '../expression/object-source.ts';
import type { Pair } from '../moddle/pairs.ts';
import { plainField, type SchemaField } from '../moddle/schema-fields.ts';
import { membersOf } from './input-kind.ts';
import { choiceInput } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';

/** Fields and what they get. Fires `rl-change` with `detail: {value}`, an object in JSONata. */
@customElement('rl-object-input')
export class RlObjectInput extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) field!: SchemaField;
  @property() value = '';
  /** Whose fields its members are. */
  @property() entity = '';
  @property() subject = '';
  @property({ attribute: false }) choices: ScopeName[] = [];

  static override styles = [
    base,
    buttons,
    controls,
    panelStyles,
    css`
      .member {
        display: grid;
        gap: 4px;
      }
      .name {
        display: flex;
        align-items: center;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .name .button {
        height: 20px;
      }
    `,
  ];

  protected override render() {
    const pairs = readObject(this.value) ?? [];
    const members = membersOf(this.meta, this.field, this.entity);
    const free = members.filter(({ name }) => !pairs.some((pair) => pair.name === name));
    return html`<div class="card">
      ${pairs.map((_pair, index) => this.renderMember(pairs, index, members))}
      ${
        free.length > 0
          ? choiceInput({
              value: '',
              label: t('designer.object.add'),
              none: t('designer.object.add'),
              choices: free.map(({ name, label }) => ({ value: name, label })),
              change: (name) => name && this.write([...pairs, { name, value: 'null' }]),
            })
          : nothing
      }
    </div>`;
  }

  private renderMember(pairs: Pair[], index: number, members: SchemaField[]) {
    const { name, value } = pairs[index]!;
    const field = members.find((each) => each.name === name) ?? plainField(name);
    const change = (to: string): void =>
      this.write(pairs.map((pair, at) => (at === index ? { name, value: to || 'null' } : pair)));
    return html`<div class="member">
      <span class="name"
        ><span class="grow truncate">${field.label}</span
        ><button
          type="button"
          class="button ghost square"
          aria-label=${t('designer.object.remove', { name: field.label })}
          title=${t('designer.object.remove', { name: field.label })}
          @click=${() => this.write(pairs.filter((_, at) => at !== index))}
        >
          <rl-icon name="x"></rl-icon></button
      ></span>
      <rl-task-input
        .field=${field}
        .value=${value === 'null' ? '' : value}
        .choices=${this.choices}
        subject=${this.subject}
        @rl-change=${(event: CustomEvent<{ value: string }>) => change(event.detail.value)}
      ></rl-task-input>
    </div>`;
  }

  private write(pairs: Pair[]): void {
    this.value = writeObject(pairs);
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value: this.value } }));
  }
}
