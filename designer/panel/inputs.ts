import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A control under its label; the help is not part of its name. */
export const labelled = (label: string, control: unknown, help = ''): TemplateResult =>
  html`<div class="field">
    <label><span class="field-label">${label}</span>${control}</label>
    ${help ? html`<span class="help">${help}</span>` : nothing}
  </div>`;

/** The same for controls with several parts, which a label would not know which to name. */
export const grouped = (label: string, control: unknown, help = ''): TemplateResult =>
  html`<div class="field" role="group" aria-label=${label}>
    <span class="field-label">${label}</span
    >${control}${help ? html`<span class="help">${help}</span>` : nothing}
  </div>`;

/** What few people need, out of sight until asked for. */
export const folded = (label: string, content: unknown): TemplateResult =>
  html`<details class="folded">
    <summary>${label}</summary>
    <div class="stack">${content}</div>
  </details>`;

interface TextInput {
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

export const textArea = (input: TextInput & { rows?: number }): TemplateResult =>
  html`<textarea
    class="control ${input.isMono ? 'mono' : ''}"
    rows=${input.rows ?? 2}
    .value=${input.value}
    placeholder=${input.placeholder ?? nothing}
    aria-label=${input.label ?? nothing}
    spellcheck=${input.isMono ? 'false' : nothing}
    @change=${(event: Event) => input.change(valueOf(event))}
  ></textarea>`;

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

export const toggle = (input: {
  isOn: boolean;
  label: string;
  change: (isOn: boolean) => void;
}): TemplateResult =>
  html`<label class="toggle"
    ><input
      type="checkbox"
      .checked=${live(input.isOn)}
      @change=${(event: Event) => input.change((event.target as HTMLInputElement).checked)}
    />${input.label}</label
  >`; // The listener sits on the checkbox itself.

// Only inputs, selects and text areas have these listeners.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
