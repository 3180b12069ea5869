/**
 * What a caller did wrong, or what the world refused: an RFC 9457 problem with a stable `code`.
 * The sentence is made from `problem.<code>` in the locale files with `params`, in the reader's language.
 * A bug throws an ordinary Error instead.
 */
export interface FieldError {
  /** JSON pointer into the request body, such as `/amount`. */
  pointer: string;
  code: string;
  params?: Record<string, unknown>;
  /** The sentence; filled from the locale when absent. */
  message?: string;
}

export interface ProblemInput {
  status: number;
  code: string;
  params?: Record<string, unknown>;
  errors?: FieldError[];
  /** Further members of the problem document, such as both versions of a record that changed meanwhile. */
  extra?: Record<string, unknown>;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors: FieldError[] | undefined;
  readonly extra: Record<string, unknown> | undefined;

  constructor(input: ProblemInput) {
    super(input.code);
    this.name = 'Problem';
    this.status = input.status;
    this.code = input.code;
    this.params = input.params ?? {};
    this.errors = input.errors;
    this.extra = input.extra;
  }
}

export const notFound = (what: string, id: string): Problem =>
  new Problem({ status: 404, code: 'not-found', params: { what, id } });

export const forbidden = (permission: string): Problem =>
  new Problem({ status: 403, code: 'forbidden', params: { permission } });

export const invalid = (errors: FieldError[]): Problem =>
  new Problem({ status: 422, code: 'validation', params: { count: errors.length }, errors });
