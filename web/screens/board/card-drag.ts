import type { RecordItem } from '../../data/records.ts';

export interface DraggedCard {
  record: RecordItem;
  from: string;
}

let card: DraggedCard | undefined;

/** The card under way: lanes ask for it, since a drop's own data cannot be read while it hovers. */
export const dragged = (): DraggedCard | undefined => card;

export function startDrag(event: DragEvent, started: DraggedCard): void {
  card = started;
  const element = event.currentTarget as HTMLElement; // the listener sits on the card
  event.dataTransfer?.setData('text/plain', started.record.id);
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  // The browser takes its picture of the card first.
  requestAnimationFrame(() => element.toggleAttribute('dragging', true));
}

export function endDrag(event: DragEvent): void {
  card = undefined;
  (event.currentTarget as HTMLElement).toggleAttribute('dragging', false); // as above
}
