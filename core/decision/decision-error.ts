/** Why a decision has no result. The sentence is `problem.<code>` with `params`. */
export class DecisionError extends Error {
  readonly code: DecisionErrorCode;
  readonly params: Record<string, string>;

  constructor(code: DecisionErrorCode, params: Record<string, string> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'DecisionError';
    this.code = code;
    this.params = params;
  }
}

export type DecisionErrorCode =
  | 'decision.unknown'
  | 'decision.input-type'
  | 'decision.input-not-allowed'
  | 'decision.several-hit'
  | 'decision.hits-differ'
  | 'decision.not-number'
  | 'decision.cell-failed'
  | 'decision.result-kind'
  | 'decision.too-large'
  | 'decision.too-slow';
