/**
 * What is taken out of a long list of tokens or scopes stays in it until somebody reads the list: to close the gap after
 * each of 100,000 iterations that end one by one took 25 s of 26.
 */
import { indexOfId } from './index-of-id.ts';
import type { State } from './state.ts';

/** Ids of what is gone and still in the lists. */
export interface Gone {
  tokens: Set<number>;
  scopes: Set<number>;
}

/** What of a `Run` is asked here. */
interface Lists {
  rough: State;
  gone: Gone | null;
}

/** In a list below this a gap is closed at once; low enough for the random models of the tests to have longer ones. */
const few = 4;

/** Takes the one at this place out of its list, or notes that it is to be. */
export const takeOut = (run: Lists, name: keyof Gone, index: number): void => {
  const list: { id: number }[] = run.rough[name];
  if (index === list.length - 1) list.pop();
  else if (list.length < few) list.splice(index, 1);
  else (run.gone ??= { tokens: new Set(), scopes: new Set() })[name].add(list[index]!.id);
};

/** Closes the gaps. */
export const close = ({ rough, gone }: Lists): void => {
  if (gone === null) return;
  drop(rough.tokens, gone.tokens);
  drop(rough.scopes, gone.scopes);
};

/** A few are quicker taken out one by one than by a look at each of the list. */
const drop = (list: { id: number }[], gone: ReadonlySet<number>): void => {
  if (gone.size > 8) return dropFrom(list, ({ id }) => gone.has(id));
  for (const id of gone) {
    const index = indexOfId(list, id);
    if (index >= 0) list.splice(index, 1);
  }
};

export const dropFrom = <Item>(list: Item[], isDropped: (item: Item) => boolean): void => {
  let kept = 0;
  for (const item of list) if (!isDropped(item)) list[kept++] = item;
  list.length = kept;
};
