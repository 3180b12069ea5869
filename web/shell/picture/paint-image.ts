/** An icon, a picture or a canvas; a chart gives itself in twice the points it is shown in. False for all else. */
export async function paintImage(context: CanvasRenderingContext2D, element: Element): Promise<boolean> {
  const source = sourceOf(element);
  if (!source) return false;
  const box = element.getBoundingClientRect();
  const image = typeof source === 'string' ? await loaded(source) : source;
  if (image && box.width > 0 && box.height > 0) context.drawImage(image, box.x, box.y, box.width, box.height);
  return true;
}

function sourceOf(element: Element): CanvasImageSource | string | undefined {
  if (element instanceof HTMLCanvasElement || element instanceof HTMLImageElement) return element;
  if (element instanceof SVGSVGElement) return svgSource(element);
  return element.localName === 'rl-chart' && 'toPng' in element
    ? (element as Element & { toPng(): string | undefined }).toPng() // the name says which element it is
    : undefined;
}

/** What an icon inherits goes with it: it is drawn apart from the page. */
function svgSource(element: SVGSVGElement): string {
  const copy = element.cloneNode(true) as SVGSVGElement; // a clone is what it was made of
  const { width, height } = element.getBoundingClientRect();
  const { color, strokeWidth } = getComputedStyle(element);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * 2));
  copy.setAttribute('height', String(height * 2));
  copy.setAttribute('style', `color:${color};stroke-width:${strokeWidth}`);
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

async function loaded(source: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = source;
  return image.decode().then(
    () => image,
    () => undefined,
  );
}
