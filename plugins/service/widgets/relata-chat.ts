/**
 * A chat on any page: `<relata-chat site="key"></relata-chat>` is a button in the corner, or with `inline` a panel in its
 * place. A bot answers with articles; then a person takes over. Its look is its own, themed by the custom properties in
 * `chat-styles.ts`; it needs no library and no cookie. `server` is where this script came from when absent.
 */
import { ask, type Answer } from './parts/ask.ts';
import { act, make } from './parts/make.ts';
import { recall, remember } from './parts/store.ts';
import { fill, languageOf, textsIn, type Language, type Texts } from './parts/texts.ts';
import { chatSheet } from './parts/chat-styles.ts';
import { chatBody, type ChatBody } from './chat/chat-body.ts';
import { isBotAsked, type Talk } from './chat/talk.ts';

const openMs = 2_500;
/** The bot answers at once. */
const botMs = 700;
/** Closed, it only has to know that somebody answered. */
const closedMs = 20_000;

class RelataChat extends HTMLElement {
  private root = this.attachShadow({ mode: 'open' });
  private body: ChatBody | undefined;
  private isBotAsked = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private challenge = '';
  /** Of the others' messages; null before the first look. */
  private seen: number | null = null;
  private badge = make('span', { class: 'badge', hidden: '' });
  private panel = make('section', { class: 'panel', role: 'dialog', hidden: '' });
  private launcher = make('button', { class: 'launcher', type: 'button', 'aria-expanded': 'false' });

  constructor() {
    super();
    this.launcher.addEventListener('click', () => void this.toggle(this.panel.hidden === true));
    this.panel.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !this.isInline) void this.toggle(false);
    });
  }

  connectedCallback(): void {
    this.root.adoptedStyleSheets = [chatSheet()];
    const { texts } = this;
    this.panel.setAttribute('aria-label', texts.chatTitle);
    this.panel.lang = this.language;
    this.launcher.replaceChildren(make('span', {}, texts.chatOpen), this.badge);
    this.root.replaceChildren(this.panel, ...(this.isInline ? [] : [this.launcher]));
    if (this.isInline) void this.toggle(true, false);
    else if (this.pass) void this.look();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private get isInline(): boolean {
    return this.hasAttribute('inline');
  }

  private get language(): Language {
    return languageOf(this);
  }

  private get texts(): Texts {
    return textsIn(this.language);
  }

  private get site(): string {
    return this.getAttribute('site') ?? 'own';
  }

  private get passKey(): string {
    return `relata-chat-${this.site}`;
  }

  private get greetingKey(): string {
    return `${this.passKey}-greeting`;
  }

  private get pass(): string | null {
    return recall(this.passKey);
  }

  private ask<T>(path: string, body?: unknown, file?: File): Promise<Answer<T>> {
    const server = this.getAttribute('server') ?? new URL(import.meta.url).origin;
    const url = `${server}/api/plugins/service/sites/${encodeURIComponent(this.site)}/${path}`;
    return ask<T>(url, { language: this.language, pass: this.pass ?? undefined, body, file });
  }

  private async toggle(isOpen: boolean, isFocused = true): Promise<void> {
    this.panel.hidden = !isOpen;
    this.launcher.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) return this.launcher.focus();
    if (!this.body) {
      this.build();
      // The conversation began with it, also when the page was left since.
      const greeting = this.pass && recall(this.greetingKey);
      if (greeting) this.body!.greet(greeting);
    }
    if (this.pass) await this.look();
    else await this.begin();
    if (isFocused) this.body!.focus();
  }

  private build(): void {
    const { texts } = this;
    this.body = chatBody({
      texts,
      language: this.language,
      ask: (path, body) => this.ask(path, body),
      say: (text, want) => this.say(text, want),
      anew: () => {
        remember(this.passKey, null);
        this.seen = null;
        void this.begin();
      },
      show: async (file) => this.take(await this.ask<Talk>('chat/files', undefined, file)),
      leaveEmail: async (email) => this.take(await this.ask<Talk>('chat/contact', { email })),
    });
    const close = this.isInline
      ? []
      : [act('×', () => this.toggle(false), { class: 'close', 'aria-label': texts.chatClose })];
    const head = make('header', {}, [make('b', {}, texts.chatTitle), this.body.who, ...close]);
    this.panel.replaceChildren(head, this.body.element);
  }

  /** Before anything was said: what we greet with, or why there is no chat here. */
  private async begin(): Promise<void> {
    const { language, texts } = this;
    const answer = await this.ask<{ greeting: string; challenge: string }>(`chat?language=${language}`);
    if (!answer.ok) return this.body?.fail(answer.problem);
    this.challenge = answer.body.challenge;
    const greeting = answer.body.greeting || texts.chatGreeting;
    remember(this.greetingKey, greeting);
    this.body?.greet(greeting);
  }

  private async say(text: string, want: 'question' | 'person' | 'helped'): Promise<string> {
    if (!this.pass) {
      const began = { challenge: this.challenge, text, language: this.language };
      const answer = await this.ask<{ pass: string }>('chat', began);
      if (!answer.ok) return answer.problem.detail;
      remember(this.passKey, answer.body.pass);
      await this.look();
      return '';
    }
    const wrong = this.take(await this.ask<Talk>('chat/messages', { text, want }));
    if (this.isBotAsked) void this.look();
    return wrong;
  }

  /** Shows what came, or answers what went wrong. */
  private take(answer: Answer<Talk>): string {
    if (!answer.ok) return answer.problem.detail;
    this.show(answer.body);
    return '';
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    const isWatched = !document.hidden;
    const answer = isWatched ? await this.ask<Talk>('chat/talk') : undefined;
    if (!this.isConnected || !this.pass) return;
    if (answer?.ok) this.show(answer.body);
    else if (answer?.problem.status === 401) {
      remember(this.passKey, null);
      if (!this.panel.hidden) await this.begin();
      return;
    }
    const ms = this.isBotAsked ? botMs : openMs;
    this.timer = setTimeout(() => void this.look(), this.panel.hidden ? closedMs : ms);
  }

  private show(talk: Talk): void {
    this.body?.show(talk);
    this.isBotAsked = isBotAsked(talk);
    const count = talk.messages.filter(({ by }) => by !== 'visitor').length;
    if (!this.panel.hidden || this.seen === null) this.seen = count;
    const unread = count - this.seen;
    this.badge.hidden = unread <= 0;
    this.badge.textContent = String(unread);
    const label = unread > 0 ? fill(this.texts.chatUnread, { count: String(unread) }) : this.texts.chatOpen;
    this.launcher.setAttribute('aria-label', label);
  }
}

if (!customElements.get('relata-chat')) customElements.define('relata-chat', RelataChat);
