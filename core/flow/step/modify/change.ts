/** What an operator may do to where an instance stands. */
export type Change =
  | { do: 'move'; token: number; to: string; scope?: number }
  | { do: 'add'; to: string; scope?: number }
  | { do: 'cancel'; token: number };

/** Why a change does not fit; the sentence is `problem.<code>` with `params`. */
export interface ChangeProblem {
  /** Its place in the list of changes. */
  index: number;
  code: string;
  params: Record<string, string>;
}
