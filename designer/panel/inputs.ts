import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TextInput } from '../../web/components/native-inputs.ts';

export { choiceInput, textInput, type Choice } from '../../web/components/native-inputs.ts';

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
