import { paintElement } from './paint-element.ts';

/** Browsers give up on canvases beyond this. */
const mostPixels = 16_000;

/**
 * What is shown of an element as a PNG, in the colours it is shown in: its boxes, words, charts and icons are painted
 * where the browser laid them out. Other ways (markup within SVG) leave a canvas unreadable in some browsers.
 */
export async function elementPicture(element: HTMLElement, ground: string): Promise<Blob> {
  const { width, height } = element.getBoundingClientRect();
  const scale = Math.min(2, mostPixels / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.ceil(width * scale));
  canvas.height = Math.max(1, Math.ceil(height * scale));
  const context = canvas.getContext('2d')!; // null only where a canvas has another kind of context already
  const { left, top } = element.getBoundingClientRect();
  context.scale(scale, scale);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.translate(-left, -top);
  await paintElement(context, element);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
