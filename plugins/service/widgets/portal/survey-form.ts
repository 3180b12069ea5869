import { sentenceOf } from '../parts/ask.ts';
import { make, problemLine } from '../parts/make.ts';
import type { Portal } from './portal.ts';

export interface Survey {
  question: string;
  /** What the ends of the scale mean. */
  ends: string;
  scores: number[];
}

/** One question about how it was. Thanks take its place when it is answered. */
export function surveyForm(
  { texts, ask }: Portal,
  { id, survey }: { id: string; survey: Survey },
): HTMLElement {
  const problem = problemLine();
  const comment = make('textarea', { rows: '3', maxlength: '5000' });
  const button = make('button', { class: 'primary' }, texts.send);
  const scale = survey.scores.map((score) =>
    make('label', {}, [
      make('input', { type: 'radio', name: 'score', value: String(score), required: '' }),
      `${score}`,
    ]),
  );
  const form = make('form', { class: 'hint' }, [
    make('fieldset', {}, [
      make('legend', {}, survey.question),
      make('div', { class: 'quiet small' }, survey.ends),
      make('div', { class: 'scale' }, scale),
    ]),
    make('label', {}, [texts.surveyComment, comment]),
    problem.element,
    make('div', { class: 'do' }, [button]),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.disabled) return;
    const score = Number(new FormData(form).get('score'));
    button.disabled = true;
    problem.say('');
    void ask(`portal/requests/${id}/survey`, { score, comment: comment.value }).then((answer) => {
      button.disabled = false;
      if (!answer.ok) return problem.say(sentenceOf(answer.problem));
      const thanks = make('p', { class: 'hint', tabindex: '-1', role: 'status' }, texts.surveyThanks);
      form.replaceWith(thanks);
      thanks.focus();
    });
  });
  return form;
}
