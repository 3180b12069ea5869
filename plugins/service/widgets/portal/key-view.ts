import { sentenceOf } from '../parts/ask.ts';
import { make, problemLine } from '../parts/make.ts';
import type { Signed, View } from './portal.ts';

/** Behind the link of the mail. A button, since programs that look for harm open every link, and it opens once. */
export const keyView: View = ({ texts, ask, sign, go }, key) => {
  const problem = problemLine();
  const button = make('button', { class: 'primary', type: 'button' }, texts.signIn);
  button.addEventListener('click', () => {
    button.disabled = true;
    void ask<Signed>('portal/sessions', { key }).then((answer) => {
      if (answer.ok) {
        sign(answer.body);
        // The key is used up: it stays in no history.
        history.replaceState(null, '', '#requests');
        return go('#requests');
      }
      problem.say(sentenceOf(answer.problem));
      button.replaceWith(make('a', { class: 'primary', href: '#requests' }, texts.newLink));
    });
  });
  return [
    make('h1', { tabindex: '-1' }, texts.keyTitle),
    make('p', { class: 'quiet' }, texts.keyText),
    problem.element,
    make('div', { class: 'do' }, [button]),
  ];
};
