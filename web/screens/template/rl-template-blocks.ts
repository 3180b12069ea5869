import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import type { MenuItem } from '../../components/rl-menu.ts';
import {
  blockKinds,
  leadsNowhere,
  moveBlock,
  newBlock,
  type Block,
  type BlockKind,
  type Blocks,
} from './blocks.ts';
import { blockStyles } from './template-styles.ts';
import './texts.ts';

const icons: Record<BlockKind, string> = {
  text: 'type',
  button: 'square-mouse-pointer',
  image: 'image',
  divider: 'minus',
  spacer: 'move-vertical',
};

/** What of a block people change, beside its text. */
const settings: Record<BlockKind, readonly string[]> = {
  text: [],
  button: ['href'],
  image: ['src', 'alt'],
  divider: [],
  spacer: ['height'],
};

const isWritten = (kind: BlockKind): boolean => kind === 'text' || kind === 'button';

/**
 * The blocks of a mail: dragged by their handle, or moved with Alt and an arrow key. Fires `rl-blocks` with the blocks as
 * they are then.
 */
@customElement('rl-template-blocks')
export class RlTemplateBlocks extends LitElement {
  @property({ attribute: false }) blocks!: Blocks;
  /** What of the customer can be put into a text; the id of each is what is put there. */
  @property({ attribute: false }) inserts: MenuItem[] = [];
  @property({ type: Boolean }) disabled = false;
  /** Where the dragged one was taken, and where it would go. */
  @state() private dragged = -1;
  @state() private over = -1;
  @state() private said = '';

  static override styles = [base, buttons, controls, blockStyles];

  protected override render() {
    const { blocks } = this.blocks;
    return html`<ol>
        ${repeat(
          blocks,
          (_, place) => place,
          (block, place) => this.renderBlock(block, place),
        )}
      </ol>
      ${blocks.length === 0 ? html`<p class="muted">${t('template.noBlocks')}</p>` : nothing}
      ${
        this.disabled
          ? nothing
          : html`<div class="adds" role="group" aria-label=${t('template.add')}>
              ${blockKinds.map(
                (kind) =>
                  html`<button type="button" class="button" @click=${() => this.add(kind)}>
                    <rl-icon name=${icons[kind]}></rl-icon>${t(`template.block.${kind}`)}
                  </button>`,
              )}
            </div>`
      }
      <p class="unseen" role="status">${this.said}</p>`;
  }

  private renderBlock(block: Block, place: number) {
    const name = t(`template.block.${block.kind}`);
    return html`<li
      class=${place === this.over && this.dragged >= 0 ? (this.dragged < place ? 'below' : 'above') : ''}
      @dragover=${(event: DragEvent) => this.hover(event, place)}
      @drop=${(event: DragEvent) => this.drop(event, place)}
    >
      <button
        type="button"
        class="button ghost handle"
        draggable=${!this.disabled}
        ?disabled=${this.disabled}
        aria-label=${t('template.move', { name, place: place + 1 })}
        title=${t('template.moveHelp')}
        @keydown=${(event: KeyboardEvent) => this.key(event, place)}
        @dragstart=${(event: DragEvent) => this.take(event, place)}
        @dragend=${() => (this.dragged = this.over = -1)}
      >
        <rl-icon name="grip-vertical"></rl-icon>
      </button>
      <div class="inner">
        ${this.renderContent(block, place, name)}
        ${settings[block.kind].map((setting) => this.renderSetting(block, place, setting))}
      </div>
      ${this.renderInsert(block, place)}
      <button
        type="button"
        class="button ghost handle"
        ?disabled=${this.disabled}
        aria-label=${t('template.remove', { name })}
        @click=${() => this.change(this.blocks.blocks.toSpliced(place, 1), t('template.removed', { name }))}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </li>`;
  }

  private renderContent(block: Block, place: number, name: string) {
    if (!isWritten(block.kind))
      return html`<span class="kind"><rl-icon name=${icons[block.kind]}></rl-icon>${name}</span>`;
    const write = (event: Event): void =>
      // The listener sits on the control itself.
      this.set(place, { ...block, content: (event.target as HTMLInputElement).value });
    return block.kind === 'text'
      ? html`<textarea
          class="control"
          rows=${Math.min(8, Math.max(1, Math.ceil(block.content.length / 48)))}
          aria-label=${name}
          ?readonly=${this.disabled}
          .value=${block.content}
          @input=${write}
        ></textarea>`
      : html`<input
          class="control"
          aria-label=${name}
          ?readonly=${this.disabled}
          .value=${block.content}
          @input=${write}
        />`;
  }

  private renderInsert(block: Block, place: number) {
    if (!isWritten(block.kind) || this.disabled || this.inserts.length === 0) return nothing;
    const label = t('template.insert');
    return html`<rl-menu
      align="end"
      label=${label}
      .items=${this.inserts}
      @rl-select=${(event: CustomEvent<{ id: string }>) => this.insert(place, event.detail.id)}
      ><button slot="trigger" type="button" class="button ghost handle" aria-label=${label} title=${label}>
        <rl-icon name="braces"></rl-icon></button
    ></rl-menu>`;
  }

  private renderSetting(block: Block, place: number, setting: string) {
    const value = block.attributes[setting] ?? '';
    return html`<label
        ><span>${t(`template.setting.${setting}`)}</span
        ><input
          class="control"
          ?readonly=${this.disabled}
          .value=${value}
          @input=${(event: Event) => {
            // The listener sits on the control itself.
            const written = (event.target as HTMLInputElement).value;
            this.set(place, { ...block, attributes: { ...block.attributes, [setting]: written } });
          }}
      /></label>
      ${leadsNowhere(setting, value) ? html`<p class="nowhere">${t(`template.nowhere.${setting}`)}</p>` : nothing}`;
  }

  private take(event: DragEvent, place: number): void {
    this.dragged = place;
    event.dataTransfer?.setData('text/plain', String(place));
  }

  private hover(event: DragEvent, place: number): void {
    if (this.dragged < 0) return;
    event.preventDefault();
    this.over = place;
  }

  private drop(event: DragEvent, place: number): void {
    event.preventDefault();
    if (this.dragged >= 0) this.move(this.dragged, place);
    this.dragged = this.over = -1;
  }

  private key(event: KeyboardEvent, place: number): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    if (!this.blocks.blocks[place + step]) return;
    this.move(place, place + step);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelectorAll<HTMLElement>('li > .handle:first-child')[place + step]?.focus(),
    );
  }

  private move(from: number, to: number): void {
    this.change(moveBlock(this.blocks.blocks, from, to), t('template.moved', { place: to + 1 }));
  }

  private add(kind: BlockKind): void {
    const block = newBlock(
      kind,
      isWritten(kind) ? t(`template.new.${kind}`, { name: '{{ contact.name }}' }) : '',
    );
    this.change([...this.blocks.blocks, block], t('template.added', { name: t(`template.block.${kind}`) }));
  }

  /** Where the cursor stood in it last, or at the end. */
  private insert(place: number, text: string): void {
    const row = this.renderRoot.querySelectorAll('li')[place];
    const control = row?.querySelector<HTMLInputElement>('.control');
    const block = this.blocks.blocks[place];
    if (!control || !block) return;
    control.setRangeText(text, control.selectionStart ?? 0, control.selectionEnd ?? 0, 'end');
    this.set(place, { ...block, content: control.value });
    control.focus();
  }

  private set(place: number, block: Block): void {
    this.change(this.blocks.blocks.with(place, block));
  }

  private change(blocks: readonly Block[], said = ''): void {
    this.said = said;
    this.dispatchEvent(new CustomEvent<Blocks>('rl-blocks', { detail: { ...this.blocks, blocks } }));
  }
}
