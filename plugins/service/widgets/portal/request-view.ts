import { sentenceOf } from '../parts/ask.ts';
import { attach } from '../parts/attach.ts';
import { make, problemLine, words } from '../parts/make.ts';
import { failed } from './failed.ts';
import { timeIn, type Portal, type View } from './portal.ts';
import type { Request } from './requests-view.ts';
import { surveyForm, type Survey } from './survey-form.ts';

interface Message {
  id: string;
  isOwn: boolean;
  who: string;
  text: string;
  at: string;
  files: { name: string; size: number; href: string }[];
}

interface Talk extends Request {
  survey: Survey | null;
  messages: Message[];
}

const lookAgainMs = 8_000;

/** One request: what was said, and where one says more. Answers that come meanwhile appear. */
export const requestView: View = async (portal, id) => {
  const { texts, ask } = portal;
  const answer = await ask<Talk>(`portal/requests/${id}`);
  if (!answer.ok) return failed(portal, answer.problem);
  const talk = make('ol', { class: 'talk', role: 'log', 'aria-label': texts.conversation });
  const state = make('span', { class: 'state' });
  let count = -1;
  const show = (body: Talk): void => {
    state.className = `state ${body.state}`;
    state.textContent = texts[body.state];
    if (body.messages.length === count) return;
    count = body.messages.length;
    talk.replaceChildren(...body.messages.map((message) => said(portal, message)));
  };
  show(answer.body);
  lookAgain(portal, { id, show });
  const { number, subject, survey } = answer.body;
  return [
    make('a', { href: '#requests', class: 'small' }, `← ${texts.requests}`),
    make('div', { class: 'head' }, [make('h1', { tabindex: '-1' }, subject), state]),
    make('p', { class: 'quiet small' }, number),
    talk,
    ...(survey ? [surveyForm(portal, { id, survey })] : []),
    answerForm(portal, { id, isSolved: answer.body.state === 'solved', show }),
  ];
};

function said({ texts, language }: Portal, { isOwn, who, text, at, files }: Message): HTMLElement {
  const by = `${isOwn ? texts.you : who || texts.us} · ${timeIn(language, at)}`;
  return make('li', { class: `said${isOwn ? ' own' : ''}` }, [
    make('span', { class: 'by' }, by),
    words(text),
    ...(files.length > 0
      ? [
          make(
            'div',
            { class: 'files' },
            files.map(({ name, href, size }) =>
              make('a', { href, download: name }, `${name} (${Math.max(1, Math.round(size / 1024))} kB)`),
            ),
          ),
        ]
      : []),
  ]);
}

interface Showing {
  id: string;
  show(talk: Talk): void;
}

function lookAgain({ ask, left }: Portal, { id, show }: Showing): void {
  const timer = setInterval(() => {
    if (document.hidden) return;
    void ask<Talk>(`portal/requests/${id}`).then((answer) => {
      if (answer.ok && !left.aborted) show(answer.body);
    });
  }, lookAgainMs);
  left.addEventListener('abort', () => clearInterval(timer));
}

function answerForm(
  { texts, ask, send }: Portal,
  { id, isSolved, show }: Showing & { isSolved: boolean },
): HTMLElement {
  const problem = problemLine();
  const text = make('textarea', { rows: '4', maxlength: '20000', required: '' });
  const button = make('button', { class: 'primary' }, texts.send);
  const files = attach(texts.attach, {
    send: async (file) => {
      const answer = await send<Talk>(`portal/requests/${id}/files`, file);
      if (answer.ok) show(answer.body);
      return answer.ok ? '' : sentenceOf(answer.problem);
    },
    told: (wrong) => problem.say(wrong),
  });
  const form = make('form', {}, [
    make('label', {}, [isSolved ? texts.answerSolved : texts.answer, text]),
    problem.element,
    make('div', { class: 'do' }, [button, files, make('span', { class: 'quiet small' }, texts.sendKeys)]),
  ]);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (text.value.trim() === '' || button.disabled) return;
    button.disabled = true;
    problem.say('');
    void ask<Talk>(`portal/requests/${id}/messages`, { text: text.value }).then((answer) => {
      button.disabled = false;
      if (!answer.ok) return problem.say(sentenceOf(answer.problem));
      text.value = '';
      show(answer.body);
    });
  });
  return form;
}
