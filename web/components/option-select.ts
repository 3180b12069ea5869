import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../data/i18n.ts';
import type { MetaField } from '../data/meta.ts';

interface SelectInput {
  value: unknown;
  isInvalid: boolean;
  change: (value: string | null) => void;
}

/** One of a field's options, or none. */
export function optionSelect(field: MetaField, { value, isInvalid, change }: SelectInput): TemplateResult {
  const options = field.options ?? [];
  // What is named otherwise, or is no more, stays until somebody chooses.
  const isUnknown = field.from !== undefined && value && !options.some((option) => option.value === value);
  return html`<select
    class="control"
    aria-label=${field.label}
    aria-invalid=${isInvalid ? 'true' : nothing}
    @change=${(event: Event) => change((event.target as HTMLSelectElement).value || null)}
  >
    ${field.required && value ? nothing : html`<option value="">${field.none ?? t('form.choose')}</option>`}
    ${isUnknown ? html`<option value=${value} selected>${value}</option>` : nothing}
    ${options
      .filter((option) => !option.isRetired || option.value === value)
      .map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
  </select>`;
}
