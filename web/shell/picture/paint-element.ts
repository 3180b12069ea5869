import { clipToBox, paintBox } from './paint-box.ts';
import { paintImage } from './paint-image.ts';
import { paintWords } from './paint-words.ts';

/** An element and what it holds, in the order of the document: what lies above by `z-index` is not told apart. */
export async function paintElement(context: CanvasRenderingContext2D, element: Element): Promise<void> {
  const style = getComputedStyle(element);
  if (isUnseen(element, style)) return;
  context.save();
  context.globalAlpha *= Number(style.opacity);
  if (style.visibility === 'visible' && style.display !== 'contents') paintBox(context, element, style);
  if (style.overflowX !== 'visible' && style.display !== 'inline') clipToBox(context, element, style);
  if (!(await paintImage(context, element)))
    for (const child of shownChildren(element))
      if (child instanceof Element) await paintElement(context, child);
      else if (child instanceof Text && style.visibility === 'visible')
        paintWords(context, { text: child, box: element, style });
  context.restore();
}

/** What acts on a page is no part of its picture, nor is what only those hear who do not see. */
function isUnseen(element: Element, { display, opacity, clipPath }: CSSStyleDeclaration): boolean {
  return (
    display === 'none' || opacity === '0' || clipPath === 'inset(50%)' || element.localName === 'rl-menu'
  );
}

function shownChildren(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : element.childNodes;
  }
  return (element.shadowRoot ?? element).childNodes;
}
