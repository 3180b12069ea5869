/**
 * One day below the other, as on a phone, the past would come first: it lies above, where one scrolls back to it.
 * Answers whether there were days to scroll.
 */
export function beginToday(root: ParentNode): boolean {
  const days = root.querySelector<HTMLElement>('.days');
  if (!days) return false;
  const today = days.querySelector<HTMLElement>('.today');
  const isList = getComputedStyle(days).display === 'block';
  days.scrollTop = isList && today ? today.offsetTop - days.offsetTop : 0;
  return true;
}
