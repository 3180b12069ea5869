import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import type { PaletteItem } from './palette-items.ts';

const groups = ['parts', 'fields', 'figures', 'related'] as const;

/** What can be put on the screen: dragged there, or put in with Enter. Fires `rl-take` and `rl-drag` {item}. */
@customElement('rl-design-palette')
export class RlDesignPalette extends LitElement {
  @property({ attribute: false }) items: PaletteItem[] = [];
  @state() private wanted = '';
  private pressedAt: PointerEvent | undefined;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .find {
        position: sticky;
        top: 0;
        z-index: 1;
        padding: 8px;
        background: var(--rl-surface);
      }
      h3 {
        padding: 8px 12px 2px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 500;
      }
      li {
        padding: 0 4px;
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 28px;
        padding: 0 8px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: var(--rl-text);
        font: inherit;
        text-align: left;
        cursor: grab;
        touch-action: none;
      }
      button:hover {
        background: var(--rl-hover);
      }
      rl-icon {
        width: 14px;
        height: 14px;
        color: var(--rl-muted);
      }
      .used {
        margin-left: auto;
      }
      .none {
        padding: 8px 12px;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    const wanted = this.wanted.toLowerCase();
    const found = this.items.filter(({ label }) => label.toLowerCase().includes(wanted));
    return html`<div class="find">
        <input
          class="control"
          type="search"
          aria-label=${t('screens.find')}
          placeholder=${t('screens.find')}
          @input=${(event: InputEvent) => (this.wanted = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${groups.map((group) => {
        const items = found.filter((item) => item.group === group);
        return items.length === 0
          ? nothing
          : html`<h3 id=${group}>${t(`screens.group.${group}`)}</h3>
              <ul aria-labelledby=${group}>
                ${items.map((item) => this.renderItem(item))}
              </ul>`;
      })}
      ${found.length === 0 ? html`<p class="none">${t('screens.nothingFound')}</p>` : nothing}`;
  }

  private renderItem(item: PaletteItem) {
    return html`<li>
      <button
        type="button"
        title=${t('screens.addHint')}
        @pointerdown=${(event: PointerEvent) => {
          this.pressedAt = event;
          if (event.button === 0) this.tell('rl-drag', item);
        }}
        @click=${(event: MouseEvent) => this.isClick(event) && this.tell('rl-take', item)}
      >
        <rl-icon name=${item.icon}></rl-icon><span class="truncate">${item.label}</span>
        ${item.isUsed ? html`<rl-icon class="used" name="check" label=${t('screens.used')}></rl-icon>` : nothing}
      </button>
    </li>`;
  }

  /** A press of a key, or of the button without dragging; a second click in haste is none. */
  private isClick({ detail, clientX, clientY }: MouseEvent): boolean {
    const { pressedAt } = this;
    if (detail === 0 || !pressedAt) return detail === 0;
    return detail === 1 && Math.hypot(clientX - pressedAt.clientX, clientY - pressedAt.clientY) < 4;
  }

  private tell(name: string, item: PaletteItem): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { item } }));
  }
}
