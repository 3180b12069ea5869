import { sentenceOf, type Problem } from '../parts/ask.ts';
import { act, make } from '../parts/make.ts';
import type { Portal } from './portal.ts';

/** What is shown where nothing could be: why, and what to do. Who is signed out is asked to sign in. */
export function failed({ texts, sign, go }: Portal, problem: Problem): Node[] {
  const isOut = problem.status === 401;
  if (isOut) sign(null);
  return [
    make('h1', { tabindex: '-1' }, isOut ? texts.signInTitle : texts.failed),
    make('p', { class: 'problem', role: 'alert' }, sentenceOf(problem)),
    make('div', { class: 'do' }, [
      isOut
        ? act(texts.newLink, () => go('#requests'), { class: 'primary' })
        : act(texts.again, () => go(location.hash)),
    ]),
  ];
}
