export interface PlaceOptions {
  align?: 'start' | 'end';
  /** As wide as the anchor at least. */
  isWide?: boolean;
}

const gap = 4;
const margin = 8;

/** Puts a popover below its anchor, above where there is no room, and inside the window. */
export function place(popover: HTMLElement, anchor: Element, options: PlaceOptions = {}): void {
  const box = anchor.getBoundingClientRect();
  const style = popover.style;
  style.position = 'fixed';
  style.margin = '0';
  style.inset = 'auto';
  if (options.isWide) style.minWidth = `${box.width}px`;
  style.maxHeight = '';
  const width = popover.offsetWidth;
  const height = popover.offsetHeight;
  const below = innerHeight - box.bottom - margin - gap;
  const above = box.top - margin - gap;
  const isBelow = height <= below || below >= above;
  const room = Math.max(120, isBelow ? below : above);
  style.maxHeight = `${room}px`;
  const top = isBelow ? box.bottom + gap : box.top - gap - Math.min(height, room);
  const wanted = options.align === 'end' ? box.right - width : box.left;
  style.top = `${top}px`;
  style.left = `${Math.max(margin, Math.min(wanted, innerWidth - width - margin))}px`;
}
