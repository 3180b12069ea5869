import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-dialog.ts';
import type { RlDialog } from './rl-dialog.ts';

export interface Question {
  heading: string;
  text: string;
  /** What the button says that goes on. */
  label: string;
  /** Whether something is lost by it. */
  isDanger?: boolean;
  /** What a third way is called, where there is one. */
  other?: string;
}

export type Answer = boolean | 'other';

/** A question with two answers, or three. Fires `rl-answer` with `detail: {answer}`. */
@customElement('rl-question')
class RlQuestion extends LitElement {
  @property({ attribute: false }) question!: Question;

  @query('rl-dialog') private dialog!: RlDialog;

  static override styles = [base, buttons];

  protected override render() {
    const { heading, text, label, isDanger, other } = this.question;
    return html`<rl-dialog open size="small" heading=${heading} @rl-close=${() => this.answer(false)}>
      <p>${text}</p>
      <button slot="footer" type="button" class="button" @click=${() => this.answer(false)}>
        ${t('action.cancel')}
      </button>
      ${
        other
          ? html`<button slot="footer" type="button" class="button" @click=${() => this.answer('other')}>
              ${other}
            </button>`
          : nothing
      }
      <button
        slot="footer"
        type="button"
        class="button ${isDanger ? 'danger' : 'primary'}"
        @click=${() => this.answer(true)}
      >
        ${label}
      </button>
    </rl-dialog>`;
  }

  /** Closed first, so that the focus goes back to where it was. */
  private async answer(answer: Answer): Promise<void> {
    this.dialog.open = false;
    await this.dialog.updateComplete;
    this.dispatchEvent(new CustomEvent('rl-answer', { detail: { answer } }));
  }
}

/** Asks over everything else; false when it is closed without an answer. */
export function askPerson(question: Question & { other: string }): Promise<Answer>;
export function askPerson(question: Question): Promise<boolean>;
export function askPerson(question: Question): Promise<Answer> {
  const element = new RlQuestion();
  element.question = question;
  document.body.append(element);
  return new Promise((resolve) => {
    element.addEventListener('rl-answer', (event) => {
      element.remove();
      // The element above fires nothing else under this name.
      resolve((event as CustomEvent<{ answer: Answer }>).detail.answer);
    });
  });
}
