import { textsIn, type Language } from './texts.ts';

export interface PublicField {
  id: string;
  label: string;
  type: string;
  isRequired: boolean;
  options?: { value: string; label: string }[];
}

export interface PublicConsent {
  purpose: string;
  text: string;
  isRequired: boolean;
}

export interface PublicForm {
  language: Language;
  texts: { heading: string; intro: string; button: string; thanks: string };
  fields: PublicField[];
  consents: PublicConsent[];
  challenge: string;
}

export interface Problem {
  detail: string;
  errors?: { pointer: string; message: string }[];
}

export type Answer<T> = { ok: true; body: T } | { ok: false; problem: Problem };

export const askForm = (address: string, language: Language): Promise<Answer<PublicForm>> =>
  ask(`${address}?language=${language}`, language, {});

export const sendForm = (
  address: string,
  language: Language,
  body: unknown,
): Promise<Answer<{ thanks: string; isToConfirm: boolean }>> =>
  ask(address, language, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

/** What went wrong is a sentence in any case: the server's, or that it could not be reached. */
async function ask<T>(url: string, language: Language, init: RequestInit): Promise<Answer<T>> {
  try {
    const answer = await fetch(url, {
      ...init,
      credentials: 'omit',
      headers: { ...init.headers, 'accept-language': language },
    });
    // The cast: the server's own shapes.
    const body = (await answer.json()) as T & Problem;
    return answer.ok ? { ok: true, body } : { ok: false, problem: body };
  } catch {
    return { ok: false, problem: { detail: textsIn(language).unreachable } };
  }
}
