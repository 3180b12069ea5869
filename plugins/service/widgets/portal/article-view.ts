import { sentenceOf } from '../parts/ask.ts';
import { act, make } from '../parts/make.ts';
import { recall } from '../parts/store.ts';
import { failed } from './failed.ts';
import type { Portal, View } from './portal.ts';

interface Whole {
  id: string;
  title: string;
  summary: string;
  html: string;
}

export const articleView: View = async (portal, id) => {
  const { texts, ask } = portal;
  const answer = await ask<Whole>(`articles/${id}`);
  if (!answer.ok) return failed(portal, answer.problem);
  const { title, summary, html } = answer.body;
  const body = make('div', { class: 'body' });
  // What the field of the article let through when it was written: nothing of it runs.
  body.innerHTML = html;
  const isWriting = recall('relata-portal-draft') !== null && portal.signed !== null;
  const back = isWriting ? ['#new', texts.backToDraft] : ['#articles', texts.articles];
  return [
    make('a', { href: back[0]!, class: 'small' }, `← ${back[1]}`),
    make('h1', { tabindex: '-1' }, title),
    ...(summary ? [make('p', { class: 'quiet' }, summary)] : []),
    body,
    helped(portal, id),
  ];
};

function helped({ texts, ask }: Portal, id: string): HTMLElement {
  const place = make('div', { class: 'hint' });
  const say = async (hasHelped: boolean): Promise<void> => {
    const answer = await ask(`articles/${id}/feedback`, { hasHelped });
    const line = make('p', { role: 'status', tabindex: '-1' }, [
      answer.ok ? texts.thanks : sentenceOf(answer.problem),
      ...(answer.ok && !hasHelped ? [' ', make('a', { href: '#new' }, texts.askUs)] : []),
    ]);
    place.replaceChildren(line);
    line.focus();
  };
  place.append(
    make('div', { class: 'do' }, [
      make('span', {}, texts.didHelp),
      act(texts.yes, () => say(true)),
      act(texts.no, () => say(false)),
    ]),
  );
  return place;
}
