import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../data/i18n.ts';
import type { MetaField } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import './texts.ts';

/**
 * Fields to choose and to put in order: dragged by the handle, or with Alt and the arrow keys. Fires `rl-fields`
 * with `detail: {fields}`.
 */
@customElement('rl-field-order')
export class RlFieldOrder extends LitElement {
  @property({ attribute: false }) fields: MetaField[] = [];
  @property({ attribute: false }) chosen: string[] = [];
  /** Always there. */
  @property() fixed = '';
  @state() private dragged = '';
  @state() private over = '';

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        max-height: min(340px, 50vh);
        overflow: auto;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        padding: 0 4px;
        border-radius: var(--rl-radius);
      }
      li:hover {
        background: var(--rl-hover);
      }
      li.over {
        box-shadow: inset 0 2px var(--rl-accent);
      }
      label {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      [aria-disabled='true'] {
        opacity: 0.5;
      }
      .grip {
        color: var(--rl-muted);
        cursor: grab;
      }
    `,
  ];

  protected override render() {
    const chosen = this.chosen.flatMap((id) => this.fields.find((field) => field.id === id) ?? []);
    const others = this.fields.filter(({ id }) => !this.chosen.includes(id));
    return html`<ul aria-label=${t('views.columns')}>
      ${repeat(
        [...chosen, ...others],
        ({ id }) => id,
        (field) => this.renderField(field, chosen.includes(field)),
      )}
    </ul>`;
  }

  private renderField({ id, label }: MetaField, isChosen: boolean) {
    return html`<li
      class=${this.over === id && this.dragged ? 'over' : ''}
      draggable=${isChosen}
      @dragstart=${(event: DragEvent) => {
        event.dataTransfer?.setData('text/plain', id);
        this.dragged = id;
      }}
      @dragover=${(event: DragEvent) => {
        if (!this.dragged || !isChosen) return;
        event.preventDefault();
        this.over = id;
      }}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.move(this.dragged, this.chosen.indexOf(id));
      }}
      @dragend=${() => (this.dragged = this.over = '')}
    >
      <label>
        <input
          type="checkbox"
          .checked=${isChosen}
          aria-disabled=${id === this.fixed ? 'true' : nothing}
          title=${[id === this.fixed ? t('views.fixed') : '', t('views.order')].filter(Boolean).join(' ')}
          @click=${(event: Event) => id === this.fixed && event.preventDefault()}
          @change=${() => this.tell(isChosen ? this.chosen.filter((each) => each !== id) : [...this.chosen, id])}
          @keydown=${(event: KeyboardEvent) => this.onKey(event, id)}
        />
        <span class="truncate">${label}</span>
      </label>
      ${isChosen ? html`<rl-icon class="grip" name="grip-vertical"></rl-icon>` : nothing}
    </li>`;
  }

  private onKey(event: KeyboardEvent, id: string): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const at = this.chosen.indexOf(id);
    if (!step || !event.altKey || at < 0) return;
    event.preventDefault();
    this.move(id, at + step);
    const input = event.currentTarget as HTMLElement; // the listener sits on the box
    void this.updateComplete.then(() => input.focus());
  }

  private move(id: string, to: number): void {
    const rest = this.chosen.filter((each) => each !== id);
    if (id && to >= 0) this.tell(rest.toSpliced(to, 0, id));
  }

  private tell(fields: string[]): void {
    this.dispatchEvent(new CustomEvent('rl-fields', { detail: { fields } }));
  }
}
