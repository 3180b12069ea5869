import type { Answer } from '../parts/ask.ts';
import type { Language, Texts } from '../parts/texts.ts';

export interface Talk {
  state: 'bot' | 'queue' | 'person' | 'ended';
  who: string | null;
  hasEmail: boolean;
  messages: Message[];
}

/** The bot has something to answer, and nobody has to wonder whether it does. */
export const isBotAsked = ({ state, messages }: Talk): boolean =>
  state === 'bot' && messages.at(-1)?.by === 'visitor';

export interface Message {
  id: string;
  by: 'visitor' | 'bot' | 'person';
  who: string;
  text: string;
  at: string;
  article: { id: string; title: string } | null;
  files: { name: string; size: number; href: string }[];
}

export type Want = 'question' | 'person' | 'helped';

/** What the parts of a chat get. What `say` and `leaveEmail` answer is what went wrong, or empty. */
export interface Chat {
  texts: Texts;
  language: Language;
  ask<T>(path: string, body?: unknown): Promise<Answer<T>>;
  say(text: string, want: Want): Promise<string>;
  leaveEmail(email: string): Promise<string>;
  show(file: File): Promise<string>;
  anew(): void;
}
