import type { Canvas } from '../modules/services.ts';

const margin = 0.92;

/** The whole diagram in view with some air around it, never larger than life. */
export const fit = (canvas: Canvas): void => {
  canvas.zoom(Math.min(1, canvas.zoom('fit-viewport', 'auto') * margin), 'auto');
};
