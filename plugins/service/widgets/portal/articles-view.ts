import { sentenceOf } from '../parts/ask.ts';
import { make } from '../parts/make.ts';
import type { Portal, View } from './portal.ts';

export interface Article {
  id: string;
  title: string;
  summary: string;
}

const typingPauseMs = 250;

/** The knowledge base, searched while one types. */
export const articlesView: View = async (portal) => {
  const { texts, signed, left } = portal;
  const search = make('input', { type: 'search', placeholder: texts.search, 'aria-label': texts.search });
  const found = make('div', { role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(portal, { found, query: search.value }), typingPauseMs);
  });
  left.addEventListener('abort', () => clearTimeout(timer));
  await show(portal, { found, query: '' });
  const ask = make('p', { class: 'quiet' }, [
    `${texts.notFound} `,
    make('a', { href: '#new' }, signed ? texts.newRequest : texts.signInToAsk),
  ]);
  return [make('h1', { tabindex: '-1' }, texts.howHelp), search, found, ask];
};

async function show(
  { texts, ask, left }: Portal,
  { found, query }: { found: HTMLElement; query: string },
): Promise<void> {
  const answer = await ask<{ items: Article[] }>(`articles?q=${encodeURIComponent(query.slice(0, 500))}`);
  if (left.aborted) return;
  if (!answer.ok) return found.replaceChildren(make('p', { class: 'problem' }, sentenceOf(answer.problem)));
  const { items } = answer.body;
  found.replaceChildren(
    items.length === 0
      ? make('p', { class: 'quiet' }, query.trim() === '' ? texts.noArticles : texts.noneFound)
      : make('ul', { class: 'rows' }, items.map(row)),
  );
}

const row = ({ id, title, summary }: Article): HTMLElement =>
  make('li', {}, [
    make('a', { href: `#article=${id}` }, [
      make('b', {}, title),
      make('span', { class: 'quiet small' }, summary),
    ]),
  ]);
