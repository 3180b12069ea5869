import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { shownType, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { isSortable } from '../../data/sort.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { place } from '../../components/place.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import './rl-field-order.ts';
import './texts.ts';
import type { ViewDefinition, ViewKind } from './views-data.ts';

const notShown = ['json', 'secret', 'file', 'geoPoint', 'address', 'richText'];

/** What a list or board shows of each record, and how it is grouped. Fires `rl-options` with the change. */
@customElement('rl-view-options')
export class RlViewOptions extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property() kind: ViewKind = 'list';
  /** Field ids in order: columns of the list, fields of the card. */
  @property({ attribute: false }) fields: string[] = [];
  @property() group = '';
  @property() lanes = '';
  @state() private isOpen = false;
  @query('[popover]') private popup!: HTMLElement;
  @query('.open') private trigger!: HTMLElement;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: inline-flex;
      }
      .button {
        height: 24px;
        padding: 0 8px;
        font-size: var(--rl-size-small);
        font-weight: 400;
      }
      [popover] {
        width: 280px;
        padding: 12px;
        border: 0;
        border-radius: 8px;
        background: var(--rl-surface);
        color: inherit;
        box-shadow: var(--rl-shadow-float);
      }
      .stack {
        display: grid;
        gap: 10px;
      }
      h3 {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 500;
      }
    `,
  ];

  protected override render() {
    return html`<button
        type="button"
        class="button ghost open"
        aria-haspopup="dialog"
        aria-expanded=${this.isOpen}
        @click=${this.open}
      >
        <rl-icon name="sliders-horizontal"></rl-icon>${t('views.options')}
      </button>
      <div
        popover
        role="dialog"
        aria-label=${t('views.options')}
        @toggle=${(event: ToggleEvent) => (this.isOpen = event.newState === 'open')}
      >
        ${this.isOpen ? this.renderChoices() : nothing}
      </div>`;
  }

  private renderChoices() {
    const isList = this.kind === 'list';
    const choices = this.entity.fields.filter((field) => canGroup(field, this.kind));
    return html`<div class="stack">
      ${
        this.kind === 'calendar'
          ? nothing
          : html`<label class="field">
              <span class="field-label">${t(isList ? 'views.group' : 'views.lanes')}</span>
              <rl-select
                label=${t(isList ? 'views.group' : 'views.lanes')}
                placeholder=${isList ? t('views.noGroup') : ''}
                .options=${choices.map(({ id, label }) => ({ value: id, label }))}
                value=${isList ? this.group : this.lanes}
                @change=${(event: CustomEvent<{ value: string }>) =>
                  this.tell(isList ? { group: event.detail.value } : { lanes: event.detail.value })}
              ></rl-select>
            </label>`
      }
      <h3>${t(isList ? 'views.columns' : 'views.card')}</h3>
      <rl-field-order
        .fields=${this.entity.fields.filter((field) => !notShown.includes(shownType(field)))}
        .chosen=${this.fields}
        fixed=${this.entity.title}
        @rl-fields=${(event: CustomEvent<{ fields: string[] }>) =>
          this.tell(isList ? { columns: event.detail.fields } : { card: event.detail.fields })}
      ></rl-field-order>
    </div>`;
  }

  private open(): void {
    this.isOpen = true;
    void this.updateComplete.then(() => {
      this.popup.showPopover();
      place(this.popup, this.trigger, { align: 'end' });
    });
  }

  private tell(change: Partial<ViewDefinition>): void {
    this.dispatchEvent(new CustomEvent('rl-options', { detail: change }));
  }
}

/** Lists stand in order of what groups them; lanes are the choices of a field. */
const canGroup = (field: MetaField, kind: ViewKind): boolean =>
  kind === 'board'
    ? field.type === 'select'
    : isSortable(field) && ['select', 'relation', 'user', 'boolean', 'date'].includes(field.type);
