/** Why a text of the file is no value of its field; the sentence is `problem.<code>`. */
export class CellProblem {
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(code: string, text: string, params: Record<string, unknown> = {}) {
    this.code = code;
    this.params = { value: text.slice(0, 80).toWellFormed(), ...params };
  }
}
