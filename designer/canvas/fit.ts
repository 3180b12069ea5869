import type { Canvas } from '../modules/services.ts';

const margin = 0.92;

/** The whole diagram in view with some air around it, never larger than life. */
export const fit = (canvas: Canvas): void => {
  const fitting = canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(fitting < 1 ? fitting * margin : 1, 'auto');
};
