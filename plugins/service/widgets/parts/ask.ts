import { textsIn, type Language } from './texts.ts';

export interface Problem {
  detail: string;
  status: number;
  errors?: { message: string }[];
}

export type Answer<T> = { ok: true; body: T } | { ok: false; problem: Problem };

export interface Asking {
  language: Language;
  /** Goes with the question instead of a cookie. */
  pass?: string | undefined;
  body?: unknown;
  /** Goes as it is, instead of a body; its name stands in the address. */
  file?: File | undefined;
}

/** What went wrong is a sentence in any case: the server's, or that it could not be reached. */
export async function ask<T>(url: string, { language, pass, body, file }: Asking): Promise<Answer<T>> {
  try {
    const answer = await fetch(file ? `${url}?name=${encodeURIComponent(file.name)}` : url, {
      method: body === undefined && !file ? 'GET' : 'POST',
      credentials: 'omit',
      headers: {
        'accept-language': language,
        ...(pass && { 'relata-visitor': pass }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(file && { 'content-type': 'application/octet-stream' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(file && { body: file }),
    });
    // The cast: the server's own shapes; an answer without content has none.
    const read = (answer.status === 204 ? {} : await answer.json()) as T & Problem;
    return answer.ok ? { ok: true, body: read } : { ok: false, problem: { ...read, status: answer.status } };
  } catch {
    return { ok: false, problem: { detail: textsIn(language).unreachable, status: 0 } };
  }
}

/** The nearest thing to say: what is wrong with one field, else with all of it. */
export const sentenceOf = ({ errors, detail }: Problem): string => errors?.[0]?.message ?? detail;
