import { sentenceOf } from '../parts/ask.ts';
import { act, make, problemLine } from '../parts/make.ts';
import { fill } from '../parts/texts.ts';
import type { Portal, View } from './portal.ts';

/** The way in: an address, and the link that is sent to it. */
export const signInView: View = (portal) => {
  const { texts } = portal;
  const place = make('div', { class: 'view' });
  const ask = (): void => {
    const form = askForm(portal, (email) => {
      const told = make('div', { class: 'hint', role: 'status', tabindex: '-1' }, [
        make('p', {}, fill(texts.linkSent, { email })),
        make('p', { class: 'quiet small' }, texts.linkSentHelp),
        make('div', {}, [act(texts.otherAddress, ask, { class: 'plain' })]),
      ]);
      place.replaceChildren(told);
      told.focus();
    });
    place.replaceChildren(form);
  };
  ask();
  return [
    make('h1', { tabindex: '-1' }, texts.signInTitle),
    make('p', { class: 'quiet' }, texts.signInText),
    place,
  ];
};

function askForm({ texts, ask, language }: Portal, sent: (email: string) => void): HTMLElement {
  const problem = problemLine();
  const email = make('input', { type: 'email', name: 'email', autocomplete: 'email', required: '' });
  const button = make('button', { class: 'primary' }, texts.sendLink);
  const form = make('form', { class: 'narrow', novalidate: '' }, [
    make('label', {}, [texts.email, email]),
    problem.element,
    make('div', {}, [button]),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.say('');
    void ask('portal/links', {
      email: email.value.trim(),
      language,
      page: location.href.slice(0, 2_000),
    }).then((answer) => {
      button.disabled = false;
      if (answer.ok) return sent(email.value.trim());
      problem.say(sentenceOf(answer.problem));
      email.focus();
    });
  });
  return form;
}
