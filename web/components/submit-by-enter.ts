/**
 * Enter in a line of text sends the form around it, as it does without a shadow root between them: by its submit
 * button, so that a form which cannot be sent yet stays.
 */
export function submitByEnter(event: KeyboardEvent, host: HTMLElement): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  const controls = [...(host.closest('form')?.elements ?? [])];
  const button = controls.find(
    (control) => control instanceof HTMLButtonElement && control.type === 'submit',
  );
  if (button instanceof HTMLButtonElement) button.click();
}
