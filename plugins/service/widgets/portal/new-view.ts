import { sentenceOf } from '../parts/ask.ts';
import { make, problemLine } from '../parts/make.ts';
import { recall, remember } from '../parts/store.ts';
import type { Article } from './articles-view.ts';
import type { Portal, View } from './portal.ts';
import type { Request } from './requests-view.ts';

const draftKey = 'relata-portal-draft';
const typingPauseMs = 350;
const mostSuggested = 3;

/** A new request. While one writes, articles that may answer it are shown; the draft stays when one reads them. */
export const newView: View = (portal) => {
  const { texts, ask, go, left } = portal;
  // The cast: `wrote` below keeps these two.
  const [keptSubject, keptText] = JSON.parse(recall(draftKey) ?? '["",""]') as [string, string];
  const subject = make('input', { maxlength: '300', required: '', autocomplete: 'off' });
  const text = make('textarea', { rows: '7', maxlength: '20000', required: '' });
  subject.value = keptSubject;
  text.value = keptText;
  const hint = make('div', { class: 'hint', role: 'status', hidden: '' });
  const problem = problemLine();
  const button = make('button', { class: 'primary' }, texts.send);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const suggest = (): void => void suggestFor(portal, { hint, words: `${subject.value} ${text.value}` });
  const wrote = (): void => {
    const isEmpty = subject.value + text.value === '';
    remember(draftKey, isEmpty ? null : JSON.stringify([subject.value, text.value]));
    clearTimeout(timer);
    timer = setTimeout(suggest, typingPauseMs);
  };
  for (const field of [subject, text]) field.addEventListener('input', wrote);
  left.addEventListener('abort', () => clearTimeout(timer));
  if (keptSubject) suggest();
  const form = make('form', { novalidate: '' }, [
    make('label', {}, [texts.subject, subject]),
    make('label', {}, [texts.words, text]),
    hint,
    problem.element,
    make('div', { class: 'do' }, [button, make('a', { href: '#requests' }, texts.cancel)]),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const empty = [subject, text].find(({ value }) => value.trim() === '');
    problem.say(empty ? texts.fillIn : '');
    if (empty) return empty.focus();
    button.disabled = true;
    void ask<Request>('portal/requests', { subject: subject.value, text: text.value }).then((answer) => {
      button.disabled = false;
      if (!answer.ok) return problem.say(sentenceOf(answer.problem));
      remember(draftKey, null);
      go(`#request=${answer.body.id}`);
    });
  });
  return [make('h1', { tabindex: '-1' }, texts.newRequest), form];
};

async function suggestFor(
  { texts, ask, left }: Portal,
  { hint, words }: { hint: HTMLElement; words: string },
): Promise<void> {
  const query = words.trim().slice(0, 1_000);
  const answer = query.length > 3 ? await ask<{ items: Article[] }>(searchFor(query)) : undefined;
  if (left.aborted) return;
  const items = answer?.ok ? answer.body.items : [];
  hint.hidden = items.length === 0;
  hint.replaceChildren(
    make('h2', {}, texts.mayHelp),
    make(
      'ul',
      {},
      items.map(({ id, title }) => make('li', {}, [make('a', { href: `#article=${id}` }, title)])),
    ),
  );
}

const searchFor = (query: string): string => `articles?limit=${mostSuggested}&q=${encodeURIComponent(query)}`;
