import { act, make, problemLine } from '../parts/make.ts';
import type { Chat, Talk, Want } from './talk.ts';

/** What one can do with a click at this moment. */
export function chatOffers(chat: Chat, { state, hasEmail, messages }: Talk): HTMLElement[] {
  const { texts } = chat;
  if (state === 'ended') return [act(texts.chatAnew, () => chat.anew())];
  if (state === 'bot') {
    const isAnswered = messages.at(-1)?.article !== null && messages.at(-1)?.by === 'bot';
    return [
      ...(isAnswered ? [offer(chat, texts.chatHelped, 'helped')] : []),
      offer(chat, texts.chatPerson, 'person'),
    ];
  }
  return hasEmail ? [] : [emailForm(chat)];
}

function offer(chat: Chat, label: string, want: Want): HTMLButtonElement {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', () => {
    button.disabled = true;
    void chat.say(label, want).then(() => (button.disabled = false));
  });
  return button;
}

/** Nobody has to wait before the page. */
function emailForm({ texts, leaveEmail }: Chat): HTMLElement {
  const problem = problemLine();
  const email = make('input', { type: 'email', autocomplete: 'email', placeholder: texts.email });
  email.setAttribute('aria-label', texts.chatEmail);
  const form = make('form', { novalidate: '' }, [
    make('p', { class: 'small quiet' }, texts.chatEmail),
    make('div', { class: 'line' }, [email, make('button', {}, texts.chatEmailSend)]),
    problem.element,
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void leaveEmail(email.value.trim()).then((wrong) => problem.say(wrong));
  });
  return form;
}
