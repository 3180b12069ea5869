import { attach } from '../parts/attach.ts';
import { make, problemLine } from '../parts/make.ts';
import type { Chat } from './talk.ts';

export interface ChatWriter {
  element: HTMLElement;
  focus(): void;
  isOpen(isOpen: boolean): void;
  /** Files go into a chat that has begun. */
  canAttach(can: boolean): void;
}

/** Enter sends; with Shift it begins a line. What could not be sent stays where it is. */
export function chatWriter({ texts, say, show }: Chat): ChatWriter {
  const text = make('textarea', { rows: '2', maxlength: '4000', placeholder: texts.chatWrite });
  text.setAttribute('aria-label', texts.chatWrite);
  const button = make('button', { class: 'primary' }, texts.send);
  const problem = problemLine();
  const files = attach(texts.attach, { send: show, told: (wrong) => problem.say(wrong) });
  files.hidden = true;
  const form = make('form', { class: 'writer' }, [problem.element, files, text, button]);
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = text.value.trim();
    if (said === '' || button.disabled) return;
    button.disabled = true;
    void say(said, 'question').then((wrong) => {
      button.disabled = false;
      problem.say(wrong);
      if (wrong === '') text.value = '';
      text.focus();
    });
  });
  return {
    element: form,
    focus: () => text.focus(),
    isOpen: (isOpen) => {
      form.hidden = !isOpen;
    },
    canAttach: (can) => {
      files.hidden = !can;
    },
  };
}
