import { expect } from 'vitest';
import { adminKey } from '../support/relata-process.ts';

export interface Told {
  code: string;
  message: string;
  pointer?: string;
  element?: string | null;
}

/** What a refusal tells: RFC 9457, and lists of what is wrong with which place. */
export interface Refusal extends Record<string, unknown> {
  status: number;
  code: string;
  detail: string;
  errors?: Told[];
}

export interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

const languages = { en: /^[^\p{Script=Han}]+[.!?)]$/u, 'zh-CN': /\p{Script=Han}.*[。！)）]$/u };

/** Sends the same in both languages; every sentence must be one, in the right language, and have no gap. */
export async function refusal(url: string, { method, path, headers, body }: Asked): Promise<Refusal> {
  const told: Refusal[] = [];
  for (const [language, sentence] of Object.entries(languages)) {
    const answer = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${adminKey}`,
        'content-type': 'application/json',
        'accept-language': language,
        ...headers,
      },
      body,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await answer.json()) as Refusal;
    expect(problem.status).toBe(answer.status);
    for (const text of [problem.detail, ...(problem.errors ?? []).map((error) => error.message)]) {
      expect(text).toMatch(sentence);
      expect(text).not.toMatch(/\{\{|undefined|\[object/);
    }
    told.push(problem);
  }
  expect(told[1]!.code).toBe(told[0]!.code);
  return told[0]!;
}
