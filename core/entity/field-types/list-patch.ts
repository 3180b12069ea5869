/** A change to a list that leaves alone what others put into it meanwhile: `{add: [...], remove: [...]}`. */
export interface ListPatch {
  add?: readonly unknown[];
  remove?: readonly unknown[];
}

export const isListPatch = (value: unknown): value is ListPatch =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([name, list]) => (name === 'add' || name === 'remove') && Array.isArray(list));

/** The whole list that a patch makes of what is there. */
export function patchedList(current: unknown, { add = [], remove = [] }: ListPatch): unknown[] {
  const gone = new Set(remove.map(keyOf));
  const kept = (Array.isArray(current) ? (current as unknown[]) : []).filter((one) => !gone.has(keyOf(one)));
  return [...kept, ...add];
}

/** The patch that leads from one list to another. */
export function patchBetween(from: unknown, to: unknown): ListPatch {
  const [before, after] = [from, to].map((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  return {
    add: after!.filter((one) => !before!.includes(one)),
    remove: before!.filter((one) => !after!.includes(one)),
  };
}

/** References may be written as `{id, title}`. */
const keyOf = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && 'id' in one ? String(one.id).toLowerCase() : one;
