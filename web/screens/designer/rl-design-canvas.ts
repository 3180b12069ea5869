import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { boxAt, boxesIn, dropAt, type Box, type Drop } from './canvas-geometry.ts';
import { deepAncestors, deepElementAt } from './deep-elements.ts';
import type { TreeNode } from './design-data.ts';
import type { DesignModel, Mark, Target } from './design-model.ts';
import type { PreviewMessage } from './preview-message.ts';

const lookAgain = 250;
/** Further than this a press is a drag. */
const dragFrom = 5;

/**
 * The screen itself, in a frame, under a glass on which parts are chosen and moved. Fires `rl-choose` {id},
 * `rl-drop` {node, target}. `drag` begins with what comes from the palette.
 */
@customElement('rl-design-canvas')
export class RlDesignCanvas extends LitElement {
  @property({ attribute: false }) model!: DesignModel;
  @property({ attribute: false }) message: PreviewMessage | undefined;
  @property() selected = '';
  @property({ type: Boolean, reflect: true }) phone = false;
  /** The screen is tried out: clicks go through the glass. */
  @property({ type: Boolean }) trying = false;
  /** Draws marks again when the tree changed. */
  @property({ attribute: false }) tree: TreeNode | undefined;
  @state() private boxes: Box[] = [];
  @state() private over = '';
  @state() private drop: Drop | undefined;
  @query('iframe') private frame!: HTMLIFrameElement;
  private dragged: TreeNode | undefined;
  private press: { x: number; y: number; id: string } | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;
  private isReady = false;

  static override styles = [
    base,
    css`
      :host {
        position: relative;
        display: block;
        height: 100%;
        overflow: hidden;
        background: var(--rl-sunken);
      }
      .stage {
        position: relative;
        height: 100%;
      }
      :host([phone]) .stage {
        width: 390px;
        max-width: 100%;
        height: min(844px, calc(100% - 24px));
        margin: 12px auto;
        border-radius: 18px;
        box-shadow: var(--rl-shadow-float);
        overflow: hidden;
      }
      iframe {
        display: block;
        width: 100%;
        height: 100%;
        border: 0;
        background: var(--rl-page);
      }
      .glass {
        position: absolute;
        inset: 0;
        overflow: hidden;
        cursor: default;
        touch-action: none;
      }
      .glass.off {
        pointer-events: none;
      }
      .box {
        position: absolute;
        border-radius: 4px;
        pointer-events: none;
      }
      .over {
        outline: 1px solid var(--rl-accent);
      }
      .selected {
        outline: 2px solid var(--rl-accent);
        outline-offset: 1px;
      }
      .mark {
        width: 3px;
        border-radius: 2px;
        background: var(--rl-violet);
      }
      .mark.added {
        background: var(--rl-good);
      }
      .line {
        position: absolute;
        border-radius: 1px;
        background: var(--rl-accent);
        box-shadow: 0 0 0 1px var(--rl-accent-soft);
        pointer-events: none;
      }
      .inside {
        position: absolute;
        border: 2px dashed var(--rl-accent);
        border-radius: 6px;
        pointer-events: none;
      }
    `,
  ];

  private readonly onMessage = (event: MessageEvent<{ type?: string }>): void => {
    if (event.source !== this.frame?.contentWindow || event.data?.type !== 'rl-preview-ready') return;
    this.isReady = true;
    this.send();
  };
  private readonly onMove = (event: PointerEvent): void => this.moved(event);
  private readonly onUp = (): void => this.released();
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.dragged) return;
    this.dragged = this.press = this.drop = undefined;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.onMessage);
    addEventListener('pointermove', this.onMove);
    addEventListener('pointerup', this.onUp);
    addEventListener('keydown', this.onKey);
    // What the frame shows grows and scrolls by itself.
    this.timer = setInterval(() => this.look(), lookAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.onMessage);
    removeEventListener('pointermove', this.onMove);
    removeEventListener('pointerup', this.onUp);
    removeEventListener('keydown', this.onKey);
    clearInterval(this.timer);
  }

  /** Something of the palette is on its way. */
  drag(node: TreeNode): void {
    this.dragged = node;
    this.look();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('message')) this.send();
  }

  protected override render() {
    return html`<div class="stage">
      <iframe src="/preview" title=${t('screens.canvas')}></iframe>
      <div
        class="glass ${this.trying ? 'off' : ''}"
        @pointerdown=${this.pressed}
        @pointerleave=${() => (this.over = '')}
        @wheel=${this.wheeled}
      >
        ${this.trying ? nothing : this.renderBoxes()}
      </div>
    </div>`;
  }

  private renderBoxes() {
    const marks = this.model.marks();
    return html`${this.boxes.map((box) => this.renderMark(box, marks.get(box.id)))}
    ${this.boxes
      .filter(({ id }) => id === this.over || id === this.selected)
      .map(
        (box) =>
          html`<div
            class="box ${box.id === this.selected ? 'selected' : 'over'}"
            style=${styleMap(styleOf(box))}
          ></div>`,
      )}
    ${this.drop ? this.renderDrop(this.drop) : nothing}`;
  }

  private renderMark(box: Box, mark: Mark | undefined) {
    if (!mark || box.id.startsWith('#')) return nothing;
    const style = styleOf({ ...box, left: Math.max(0, box.left - 5), width: 3 });
    return html`<div
      class="box mark ${mark}"
      title=${t(`screens.mark.${mark}`)}
      style=${styleMap(style)}
    ></div>`;
  }

  private renderDrop({ line, target }: Drop) {
    const around = this.boxes.find(({ id }) => id === target.parent);
    return html`${around ? html`<div class="inside" style=${styleMap(styleOf(around))}></div>` : nothing}
      <div class="line" style=${styleMap(styleOf(line))}></div>`;
  }

  private send(): void {
    if (this.isReady && this.message) this.frame.contentWindow?.postMessage(this.message, location.origin);
  }

  private look(): void {
    if (!this.frame || document.hidden) return;
    const boxes = boxesIn(this.frame);
    if (JSON.stringify(boxes) !== JSON.stringify(this.boxes)) this.boxes = boxes;
  }

  private pointOf(event: MouseEvent): { x: number; y: number } {
    const { left, top } = this.frame.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private pressed(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.look();
    const { x, y } = this.pointOf(event);
    const id = this.tabAt(x, y) ?? boxAt(this.boxes, x, y)?.id ?? '#screen';
    this.press = { x, y, id };
    this.dispatchEvent(new CustomEvent('rl-choose', { detail: { id } }));
  }

  /** The tabs themselves stand above what is in them: a click brings one to the front. */
  private tabAt(x: number, y: number): string | undefined {
    const document = this.frame.contentDocument;
    const element = document ? deepElementAt(document, x, y) : undefined;
    for (const around of deepAncestors(element)) {
      const tab = around.getAttribute('data-tab');
      if (tab === null) continue;
      (around as HTMLElement).click();
      return tab;
    }
    return undefined;
  }

  private moved(event: PointerEvent): void {
    if (this.trying || !this.frame) return;
    const { x, y } = this.pointOf(event);
    if (this.press && !this.dragged && Math.hypot(x - this.press.x, y - this.press.y) > dragFrom) {
      const node = this.model.find(this.press.id);
      if (node && node.node !== 'part' && node.node !== 'screen') this.dragged = node;
    }
    if (this.dragged) {
      this.look();
      this.drop = dropAt({ model: this.model, node: this.dragged, boxes: this.boxes, x, y });
    } else if (event.composedPath().includes(this)) this.over = boxAt(this.boxes, x, y)?.id ?? '';
  }

  private released(): void {
    const { dragged, drop } = this;
    this.press = this.dragged = this.drop = undefined;
    if (!dragged || !drop) return;
    const detail: { node: TreeNode; target: Target } = { node: dragged, target: drop.target };
    this.dispatchEvent(new CustomEvent('rl-drop', { detail }));
  }

  private wheeled(event: WheelEvent): void {
    const { x, y } = this.pointOf(event);
    const document = this.frame.contentDocument;
    if (!document) return;
    for (const element of deepAncestors(deepElementAt(document, x, y)))
      if (element.scrollHeight > element.clientHeight + 1 && isScroller(element)) {
        element.scrollTop += event.deltaY;
        return this.look();
      }
  }
}

const isScroller = (element: Element): boolean =>
  ['auto', 'scroll'].includes(element.ownerDocument.defaultView?.getComputedStyle(element).overflowY ?? '');

const styleOf = ({ left, top, width, height }: Box): Record<string, string> => ({
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});
