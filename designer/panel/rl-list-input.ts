import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../web/components/rl-icon.ts';
import { t } from '../../web/data/i18n.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { readList, writeList } from '../expression/object-source.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';
import { panelStyles } from './panel-styles.ts';

/** A list, item by item. Fires `rl-change` with `detail: {value}`, a list in JSONata. */
@customElement('rl-list-input')
export class RlListInput extends LitElement {
  @property({ attribute: false }) field!: SchemaField;
  @property() value = '';
  @property() subject = '';
  @property({ attribute: false }) choices: ScopeName[] = [];

  static override styles = [base, buttons, panelStyles];

  protected override render() {
    const items = readList(this.value) ?? [];
    const item: SchemaField = { ...this.field.items!, label: this.field.label };
    return html`<div class="stack">
      ${items.map(
        (value, index) =>
          html`<div class="line">
            <rl-task-input
              class="grow"
              .field=${item}
              .value=${value === 'null' ? '' : value}
              .choices=${this.choices}
              subject=${this.subject}
              @rl-change=${(event: CustomEvent<{ value: string }>) =>
                this.write(items.map((each, at) => (at === index ? event.detail.value || 'null' : each)))}
            ></rl-task-input>
            <button
              type="button"
              class="button ghost square"
              aria-label=${t('designer.list.remove')}
              title=${t('designer.list.remove')}
              @click=${() => this.write(items.filter((_, at) => at !== index))}
            >
              <rl-icon name="x"></rl-icon>
            </button>
          </div>`,
      )}
      <div>
        <button type="button" class="button ghost" @click=${() => this.write([...items, 'null'])}>
          <rl-icon name="plus"></rl-icon>${t('designer.list.add')}
        </button>
      </div>
    </div>`;
  }

  private write(items: string[]): void {
    this.value = writeList(items);
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value: this.value } }));
  }
}
