const focusable = 'input, select, textarea, button, a[href], [tabindex="0"], [contenteditable="true"]';

/** Puts the keyboard on the first thing to fill in, through elements of ours. False when there is none. */
export const focusFirst = (root: ParentNode): boolean => {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const isOwn = element.matches(focusable) && !element.matches(':disabled') && element.checkVisibility();
    if (isOwn) {
      element.focus();
      return true;
    }
    if (element.shadowRoot && focusFirst(element.shadowRoot)) return true;
  }
  return false;
};

/** Whether the keyboard is on nothing yet but what `element` stands in, as after going to its page. */
export function isFocusAbove(element: Element): boolean {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  for (let up: Node | null = element; up; up = up.parentNode ?? (up instanceof ShadowRoot ? up.host : null)) {
    // A slotted one stands where its slot does.
    const slot = up instanceof Element ? up.assignedSlot : null;
    if (up === at || (slot && isFocusAbove(slot))) return true;
  }
  return false;
}
