/** Enter and the arrows go down and up a column, as in a spreadsheet; past its end the field is left. */
export function moveInColumn(event: KeyboardEvent): void {
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const input = event.target as HTMLInputElement; // the listener sits on inputs
  const cell = input.closest('td')!;
  const fields = [...cell.closest('table')!.querySelectorAll('input')].filter(
    (field) => field.closest('td')!.cellIndex === cell.cellIndex,
  );
  const next = fields[fields.indexOf(input) + step];
  if (next) next.focus();
  else input.blur();
}
