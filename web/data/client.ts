import { locale, t } from './i18n.ts';
import { reportReachable } from './connection.ts';

export interface ProblemFieldError {
  pointer: string;
  code: string;
  message?: string;
}

/** A refusal of the server as RFC 9457 problem; `status` 0 means that no answer came. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: ProblemFieldError[];
  /** Every member of the problem document, such as both versions of a record. */
  readonly extra: Record<string, unknown>;

  constructor(status: number, document: Record<string, unknown>) {
    const text = (name: string): string => (typeof document[name] === 'string' ? document[name] : '');
    const detail = text('detail') || text('title') || text('message') || fallbackSentence(status);
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = text('code') || `http-${status}`;
    this.title = text('title') || detail;
    this.detail = detail;
    // The server's own contract: `errors` is a list of pointers with codes, or absent.
    this.errors = Array.isArray(document['errors']) ? (document['errors'] as ProblemFieldError[]) : [];
    this.extra = document;
  }
}

/** What was asked for is not for this reader: nothing failed, and asking again changes nothing. */
export const isWithheld = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  (error.status === 403 ||
    (error.errors.length > 0 && error.errors.every(({ code }) => code === 'field-not-askable')));

export interface SendOptions {
  /** Version of the record that the change was made on. */
  ifMatch?: number | string;
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Through the eyes of this role, for whoever manages screens. */
  viewAs?: string;
}

export const api = {
  get: <T>(path: string, options?: SendOptions): Promise<T> => send<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: SendOptions): Promise<T> =>
    send<T>('POST', path, body ?? {}, options),
  put: <T>(path: string, body?: unknown, options?: SendOptions): Promise<T> =>
    send<T>('PUT', path, body ?? {}, options),
  patch: <T>(path: string, body: unknown, options?: SendOptions): Promise<T> =>
    send<T>('PATCH', path, body, options),
  delete: <T>(path: string, options?: SendOptions): Promise<T> => send<T>('DELETE', path, undefined, options),
  /** Sends a file or form as it is. */
  upload: <T>(path: string, body: BodyInit, options?: SendOptions): Promise<T> =>
    send<T>('POST', path, body, options),
};

/** Called when an answer says that nobody is signed in any more. */
export const signedOut = new EventTarget();

async function send<T>(method: string, path: string, body: unknown, options: SendOptions = {}): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: headersOf(body, options),
    ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    reportReachable(false);
    throw new ApiProblem(0, { code: 'offline' });
  });
  reportReachable(response.status !== 503);
  const answer = await readBody(response);
  if (response.ok) return answer as T; // the route's response schema, checked by the server
  if (response.status === 401) signedOut.dispatchEvent(new Event('signed-out'));
  throw new ApiProblem(response.status, isObject(answer) ? answer : {});
}

let lens: string | undefined;

/** From now on everything is asked through the eyes of a role, for previews; `undefined` for one's own. */
export const lookThrough = (role: string | undefined): void => {
  lens = role;
};

function headersOf(body: unknown, options: SendOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': locale() };
  if (body !== undefined && !isRaw(body)) headers['content-type'] = 'application/json';
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  const seenBy = options.viewAs ?? lens;
  if (seenBy) headers['relata-view-as'] = seenBy;
  return headers;
}

const isRaw = (body: unknown): body is BodyInit =>
  body instanceof Blob || body instanceof FormData || body instanceof ReadableStream;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function fallbackSentence(status: number): string {
  if (status === 0) return t('problem.offline');
  if (status === 429) return t('problem.tooMany');
  if (status === 503) return t('problem.unavailable');
  if (status === 403) return t('problem.forbidden');
  if (status === 404) return t('problem.notFound');
  return t('problem.unexpected');
}
