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
