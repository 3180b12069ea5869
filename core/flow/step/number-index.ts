import type { State, Token } from './state.ts';

/** The token that waits for this answer. */
export const tokenAsking = (state: State, ask: number): Token | undefined =>
  find(state, ask, (token) => token.ask === ask);

/** The token that holds this wait. */
export const tokenWaiting = (state: State, wait: number): Token | undefined =>
  find(state, wait, (token) => token.waits?.some((each) => each.id === wait) === true);

/** Below this, looking at each token is as quick. */
const few = 32;

/** Beside the state, not in it: it can be made anew at any time, and what it says is looked at before it is believed. */
const kept = new WeakMap<State, Map<number, Token>>();

/**
 * Many answers to many tokens come one after the other, so the index is made once for all of them, and again when
 * it does not know a number: 20,000 answers took a minute when each looked through all tokens.
 */
const find = (state: State, number: number, isIt: (token: Token) => boolean): Token | undefined => {
  if (state.tokens.length < few) return state.tokens.find(isIt);
  const known = kept.get(state)?.get(number);
  if (known !== undefined && known.at !== '' && isIt(known)) return known;
  const index = new Map<number, Token>();
  for (const token of state.tokens) {
    if (token.ask !== undefined) index.set(token.ask, token);
    for (const wait of token.waits ?? []) index.set(wait.id, token);
  }
  kept.set(state, index);
  return index.get(number);
};
