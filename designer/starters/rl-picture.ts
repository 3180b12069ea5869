import { LitElement, css, svg, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../web/styles/base.ts';
import { readPicture, type Picture, type PictureShape } from './read-picture.ts';

/** A diagram as a small picture: enough to know it again, without what draws diagrams. */
@customElement('rl-picture')
export class RlPicture extends LitElement {
  @property() xml = '';
  private picture: Picture | null = null;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      .shape {
        fill: var(--rl-surface);
        stroke: var(--rl-muted);
        stroke-width: 2.5px;
      }
      .person {
        fill: var(--rl-accent-soft);
        stroke: var(--rl-accent);
      }
      .system {
        fill: var(--rl-good-soft);
        stroke: var(--rl-good);
      }
      .wait {
        fill: var(--rl-warn-soft);
        stroke: var(--rl-warn);
      }
      .end {
        stroke-width: 5px;
      }
      path {
        fill: none;
        stroke: var(--rl-muted);
        stroke-width: 2px;
        stroke-linejoin: round;
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('xml')) this.picture = readPicture(this.xml);
  }

  protected override render() {
    const { picture } = this;
    if (!picture) return nothing;
    const { x, y, width, height } = picture.box;
    return html`<svg viewBox="${x} ${y} ${width} ${height}" aria-hidden="true">
      ${picture.ways.map((points) => svg`<path d=${`M${points.map((point) => `${point.x} ${point.y}`).join('L')}`}></path>`)}
      ${picture.shapes.map((shape) => drawn(shape))}
    </svg>`;
  }
}

const drawn = ({ x, y, width, height, form, tone }: PictureShape) => {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  if (form === 'circle')
    return svg`<circle class="shape ${tone}" cx=${middleX} cy=${middleY} r=${width / 2}></circle>`;
  if (form === 'diamond') {
    const points = `${middleX},${y} ${x + width},${middleY} ${middleX},${y + height} ${x},${middleY}`;
    return svg`<polygon class="shape ${tone}" points=${points}></polygon>`;
  }
  return svg`<rect class="shape ${tone}" x=${x} y=${y} width=${width} height=${height} rx="10"></rect>`;
};
