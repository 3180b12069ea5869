/**
 * Where the token or scope with this id is, or -1. Both lists are in the order of their ids, for numbers only grow
 * and nothing is put in between: with 20,000 iterations a search from the front would be most of the work.
 */
export const indexOfId = (list: readonly { id: number }[], id: number): number => {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle]!.id;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
