import { make } from '../parts/make.ts';
import { failed } from './failed.ts';
import { timeIn, type Portal, type View } from './portal.ts';

export interface Request {
  id: string;
  number: string;
  subject: string;
  state: 'with-us' | 'with-you' | 'solved';
  at: string;
}

export const requestsView: View = async (portal) => {
  const { texts, ask } = portal;
  const answer = await ask<{ items: Request[] }>('portal/requests');
  if (!answer.ok) return failed(portal, answer.problem);
  const { items } = answer.body;
  return [
    make('div', { class: 'head' }, [
      make('h1', { tabindex: '-1' }, texts.requests),
      make('a', { class: 'primary', href: '#new' }, texts.newRequest),
    ]),
    items.length > 0
      ? make(
          'ul',
          { class: 'rows' },
          items.map((item) => row(portal, item)),
        )
      : make('p', { class: 'quiet' }, texts.noRequests),
  ];
};

const row = ({ texts, language }: Portal, { id, number, subject, state, at }: Request): HTMLElement =>
  make('li', {}, [
    make('a', { href: `#request=${id}` }, [
      make('span', { class: 'line' }, [
        make('b', {}, subject),
        make('span', { class: `state ${state}` }, texts[state]),
      ]),
      make('span', { class: 'quiet small' }, `${number} · ${timeIn(language, at)}`),
    ]),
  ]);
