import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface TextInput {
  value: string;
  change: (value: string) => void;
  placeholder?: string;
  label?: string;
  type?: 'text' | 'number' | 'time' | 'date' | 'datetime-local';
  isMono?: boolean;
  list?: string;
  min?: number;
}

/** Writes when the person leaves it or presses Enter: one step of undo per change, not per key. */
export const textInput = (input: TextInput): TemplateResult =>
  html`<input
    class="control ${input.isMono ? 'mono' : ''}"
    type=${input.type ?? 'text'}
    .value=${input.value}
    placeholder=${input.placeholder ?? nothing}
    aria-label=${input.label ?? nothing}
    list=${input.list ?? nothing}
    min=${input.min ?? nothing}
    @change=${(event: Event) => input.change(valueOf(event))}
  />`;

export interface Choice {
  value: string;
  label: string;
  group?: string;
}

interface ChoiceInput {
  value: string;
  choices: readonly Choice[];
  change: (value: string) => void;
  label?: string;
  /** Shown for no value. */
  none?: string;
}

/** A native select; choices of one group stand together. A value outside the choices is kept and shown. */
export const choiceInput = (input: ChoiceInput): TemplateResult => {
  const isKnown = input.value === '' || input.choices.some((choice) => choice.value === input.value);
  const groups = Map.groupBy(input.choices, (choice) => choice.group ?? '');
  return html`<select
    class="control"
    aria-label=${input.label ?? nothing}
    .value=${live(input.value)}
    @change=${(event: Event) => input.change(valueOf(event))}
  >
    ${input.none === undefined ? nothing : html`<option value="" ?selected=${input.value === ''}>${input.none}</option>`}
    ${isKnown ? nothing : html`<option value=${input.value} selected>${input.value}</option>`}
    ${[...groups].map(([group, choices]) => {
      const options = choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === input.value}>
            ${choice.label}
          </option>`,
      );
      return group ? html`<optgroup label=${group}>${options}</optgroup>` : options;
    })}
  </select>`;
};

// Only inputs and selects have these listeners.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
