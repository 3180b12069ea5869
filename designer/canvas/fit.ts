import type { Canvas, DiagramElement } from '../modules/services.ts';

const margin = 0.92;

/** Of the sign of bpmn.io below, which hides nothing where there is room. */
const signHeight = 36;
const leastHeight = 240;

/** The whole diagram in view with some air around it, never larger than life; nothing where another view hides it. */
export const fit = (canvas: Canvas): void => {
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0 || inner.width === 0 || inner.height === 0) return;
  const height = outer.height - (outer.height < leastHeight ? 0 : signHeight);
  const scale = Math.min(1, margin * Math.min(outer.width / inner.width, height / inner.height));
  canvas.viewbox({
    x: inner.x + inner.width / 2 - outer.width / 2 / scale,
    y: inner.y + inner.height / 2 - height / 2 / scale,
    ...{ width: outer.width / scale, height: outer.height / scale },
  });
};

/** Below this nobody reads the name of a step. */
const readable = 0.62;

/** Large enough to read, with this element in the middle. */
export const fitAround = (canvas: Canvas, { x, y, width, height }: DiagramElement): void => {
  if (canvas.zoom() >= readable) return;
  const { outer } = canvas.viewbox();
  const size = { width: outer.width / readable, height: outer.height / readable };
  canvas.viewbox({ ...size, x: x + width / 2 - size.width / 2, y: y + height / 2 - size.height / 2 });
};
