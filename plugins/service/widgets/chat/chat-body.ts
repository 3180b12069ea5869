import type { Problem } from '../parts/ask.ts';
import { make } from '../parts/make.ts';
import { fill } from '../parts/texts.ts';
import { chatOffers } from './chat-offers.ts';
import { chatWriter } from './chat-writer.ts';
import { chatMessage } from './chat-message.ts';
import { isBotAsked, type Chat, type Talk } from './talk.ts';

export interface ChatBody {
  element: HTMLElement;
  /** Who has the chat now, for the head. */
  who: HTMLElement;
  focus(): void;
  greet(greeting: string): void;
  show(talk: Talk): void;
  fail(problem: Problem): void;
}

/** What was said, what the bot offers, and where one writes. */
export function chatBody(chat: Chat): ChatBody {
  const { texts } = chat;
  const who = make('span', { class: 'quiet', role: 'status' });
  const log = make('ol', { class: 'log', role: 'log', tabindex: '0', 'aria-label': texts.conversation });
  const offers = make('div', { class: 'offers' });
  const writer = chatWriter(chat);
  const writing = make('li', { class: 'said writing', 'aria-hidden': 'true' }, [
    ...['•', '•', '•'].map((dot) => make('i', {}, dot)),
  ]);
  let shown = '';
  const atEnd = (): void => {
    log.scrollTop = log.scrollHeight;
  };
  return {
    element: make('div', { class: 'body' }, [log, offers, writer.element]),
    who,
    focus: () => writer.focus(),
    greet: (greeting) => {
      shown = '';
      who.textContent = '';
      offers.replaceChildren();
      log.replaceChildren(make('li', { class: 'said' }, [make('div', { class: 'words' }, greeting)]));
      writer.isOpen(true);
      writer.canAttach(false);
    },
    fail: ({ detail }) => {
      shown = '';
      log.replaceChildren(make('li', { class: 'problem', role: 'alert' }, detail));
      writer.isOpen(false);
    },
    show: (talk) => {
      const { state, messages, hasEmail } = talk;
      const now = `${state} ${talk.who} ${hasEmail} ${messages.length}`;
      if (now === shown) return;
      shown = now;
      const isGiven = state === 'person' && !messages.some(({ by }) => by === 'person');
      const where = isGiven ? 'chat-given' : (`chat-${state}` as const);
      who.textContent = fill(texts[where], { who: talk.who ?? '' });
      // What is there stays: a reader of screens hears only what is new.
      log.querySelector('.problem')?.remove();
      const said = log.querySelectorAll('[data-message]');
      const isSame = said.length > 0 && log.dataset['first'] === messages[0]?.id;
      if (!isSame) for (const old of said) old.remove();
      log.dataset['first'] = messages[0]?.id ?? '';
      for (const message of messages.slice(isSame ? said.length : 0)) {
        const line = chatMessage(chat, message);
        line.dataset['message'] = message.id;
        log.append(line);
      }
      if (isBotAsked(talk)) log.append(writing);
      else writing.remove();
      offers.replaceChildren(...chatOffers(chat, talk));
      writer.isOpen(state !== 'ended');
      writer.canAttach(true);
      atEnd();
    },
  };
}
