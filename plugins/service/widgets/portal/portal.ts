/** What every view of the portal gets. */
import type { Answer } from '../parts/ask.ts';
import type { Language, Texts } from '../parts/texts.ts';

export interface Signed {
  pass: string;
  email: string;
  name: string;
}

export interface Portal {
  language: Language;
  texts: Texts;
  signed: Signed | null;
  /** Aborted when another view is shown. */
  left: AbortSignal;
  ask<T>(path: string, body?: unknown): Promise<Answer<T>>;
  send<T>(path: string, file: File): Promise<Answer<T>>;
  sign(signed: Signed | null): void;
  go(place: string): void;
}

export type ViewName = 'articles' | 'article' | 'requests' | 'request' | 'new' | 'key';
export type View = (portal: Portal, id: string) => Promise<Node[]> | Node[];

export interface Place {
  view: ViewName;
  id: string;
}

const named: ViewName[] = ['articles', 'article', 'requests', 'request', 'new', 'key'];

/** `#request=<id>`; a hash that is the page's own leads to the beginning. */
export function placeOf(hash: string, isSigned: boolean): Place {
  const [name = '', id = ''] = hash.slice(1).split('=');
  const view = named.find((one) => one === name);
  return view ? { view, id } : { view: isSigned ? 'requests' : 'articles', id: '' };
}

export const timeIn = (language: Language, at: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
