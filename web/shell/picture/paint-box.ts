const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** The ground and the lines of an element. */
export function paintBox(
  context: CanvasRenderingContext2D,
  element: Element,
  style: CSSStyleDeclaration,
): void {
  for (const box of element.getClientRects()) {
    if (!isClear(style.backgroundColor)) {
      context.fillStyle = style.backgroundColor;
      trace(context, box, radiusOf(style, box));
      context.fill();
    }
    paintLines(context, box, style);
  }
}

export function clipToBox(
  context: CanvasRenderingContext2D,
  element: Element,
  style: CSSStyleDeclaration,
): void {
  const box = element.getBoundingClientRect();
  trace(context, box, radiusOf(style, box));
  context.clip();
}

function paintLines(context: CanvasRenderingContext2D, box: DOMRect, style: CSSStyleDeclaration): void {
  const lines = sides.map((side) => ({
    width: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
    color: style[`border${side}Color`],
    isDashed: style[`border${side}Style`] === 'dashed',
  }));
  const [first] = lines;
  if (first && first.width > 0 && lines.every((line) => line.width === first.width)) {
    const half = first.width / 2;
    const inner = new DOMRect(box.x + half, box.y + half, box.width - first.width, box.height - first.width);
    context.strokeStyle = first.color;
    context.lineWidth = first.width;
    context.setLineDash(first.isDashed ? [4, 3] : []);
    trace(context, inner, radiusOf(style, inner));
    context.stroke();
    return;
  }
  const [top, right, bottom, left] = lines;
  fill(context, top, [box.x, box.y, box.width, top?.width ?? 0]);
  fill(context, right, [box.right - (right?.width ?? 0), box.y, right?.width ?? 0, box.height]);
  fill(context, bottom, [box.x, box.bottom - (bottom?.width ?? 0), box.width, bottom?.width ?? 0]);
  fill(context, left, [box.x, box.y, left?.width ?? 0, box.height]);
}

function fill(
  context: CanvasRenderingContext2D,
  line: { width: number; color: string } | undefined,
  place: [x: number, y: number, width: number, height: number],
): void {
  if (!line || line.width === 0 || isClear(line.color)) return;
  context.fillStyle = line.color;
  context.fillRect(...place);
}

function trace(context: CanvasRenderingContext2D, box: DOMRect, radius: number): void {
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius);
}

/** One for all corners: nothing here has different ones. */
function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, box: DOMRect): number {
  const size = Number.parseFloat(radius) || 0;
  const least = Math.min(box.width, box.height) / 2;
  return Math.max(0, radius.endsWith('%') ? (least * size) / 50 : Math.min(size, least));
}

const isClear = (color: string): boolean => color === 'transparent' || color.endsWith(', 0)');
