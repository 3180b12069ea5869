import type { Canvas, DiagramElement } from '../modules/services.ts';

const margin = 0.92;

/** The whole diagram in view with some air around it, never larger than life; nothing where another view hides it. */
export const fit = (canvas: Canvas): void => {
  const { outer } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0) return;
  const fitting = canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(fitting < 1 ? fitting * margin : 1, 'auto');
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
