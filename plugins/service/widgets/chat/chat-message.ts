import { sentenceOf } from '../parts/ask.ts';
import { act, make, words } from '../parts/make.ts';
import type { Chat, Message } from './talk.ts';

export function chatMessage(chat: Chat, message: Message): HTMLElement {
  const { by, who, text, article, files } = message;
  return make('li', { class: `said ${by}` }, [
    ...(by === 'visitor' ? [] : [make('span', { class: 'by' }, who)]),
    words(text),
    ...(article ? [articleOf(chat, article.id)] : []),
    ...files.map(({ name, href }) => make('a', { href, download: name, class: 'small' }, name)),
  ]);
}

/** The whole article, read in place. */
function articleOf({ texts, ask }: Chat, id: string): HTMLElement {
  const place = make('div', { class: 'article' });
  const read = act(
    texts.readArticle,
    async () => {
      const answer = await ask<{ html: string }>(`articles/${id}`);
      const body = make('div', { class: 'text' });
      // What the field of the article let through when it was written: nothing of it runs.
      if (answer.ok) body.innerHTML = answer.body.html;
      else body.textContent = sentenceOf(answer.problem);
      place.replaceChildren(body);
    },
    { class: 'plain' },
  );
  place.append(read);
  return place;
}
