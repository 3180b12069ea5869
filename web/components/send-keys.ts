/**
 * The one convention for sending by keys: Enter in a line of text, and Ctrl+Enter (⌘ on a Mac) anywhere, text of several
 * lines included. An editor of expressions keeps what was typed by the same keys, which is no reason not to send.
 */
export function sends(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing || isInPopup(event)) return false;
  return event.ctrlKey || event.metaKey || (!event.defaultPrevented && isLine(event.composedPath()[0]));
}

/**
 * What is being typed counts too: browsers tell of it (`change`) when the field is left, or after this key was heard, and
 * of Ctrl+Enter never. To be called before sending.
 */
export function takeTyped(event: Event): void {
  const [at] = event.composedPath();
  if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) return;
  at.blur();
  at.focus();
}

/** What floats above a panel or a dialog has Escape and Enter to itself: a list to choose from, a filter. */
export const isInPopup = (event: Event): boolean =>
  event.composedPath().some((at) => at instanceof HTMLElement && at.matches(':popover-open'));

const notLines = ['checkbox', 'radio', 'file', 'button', 'search'];

const isLine = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement && !notLines.includes(target.type);
