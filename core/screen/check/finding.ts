/** What is wrong with a screen, at which node; the sentence is `screen.problem.<code>`. */
export interface Finding {
  node: string;
  /** The property that is wrong, such as `visible`. */
  path: string;
  code: string;
  params: Record<string, unknown>;
  /** What is broken shows nothing; of what is doubtful people are told. */
  isBroken: boolean;
}
