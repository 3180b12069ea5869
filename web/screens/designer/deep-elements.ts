/** Every element that fits the selector, inside shadow trees too, in document order. */
export function deepElements(root: Document | ShadowRoot | Element, selector: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot) found.push(...deepElements(element.shadowRoot, selector));
  }
  return found;
}

/** The innermost element at a point, inside shadow trees too; by its place, since what is inert is not hit. */
export const deepElementAt = (root: Document, x: number, y: number): Element | undefined =>
  deepElements(root, '*').findLast((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  });

/** The element and what is around it, out of shadow trees. */
export function* deepAncestors(element: Element | undefined): Generator<Element> {
  let at: Element | null = element ?? null;
  while (at) {
    yield at;
    const root: Node = at.getRootNode();
    // In a frame, its own window's class is another: what has a host is a shadow root.
    at = at.parentElement ?? ('host' in root ? (root.host as Element) : null);
  }
}
