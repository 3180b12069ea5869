import { html, type TemplateResult } from 'lit';
import type { MetaField } from '../data/meta.ts';
import { isAddress, isFile } from '../data/values.ts';

interface LargeInput {
  value: unknown;
  isInvalid: boolean;
  change: (event: CustomEvent<{ value: unknown }>) => void;
}

/** Controls that are large and rare: each comes when it is first met. */
export function largeInput(field: MetaField, { value, isInvalid, change }: LargeInput): TemplateResult {
  if (field.type === 'richText') {
    void import('./rl-rich-text.ts');
    return html`<rl-rich-text
      label=${field.label}
      ?invalid=${isInvalid}
      value=${typeof value === 'string' ? value : ''}
      @change=${change}
    ></rl-rich-text>`;
  }
  if (field.type === 'address') {
    void import('./rl-address-input.ts');
    return html`<rl-address-input
      label=${field.label}
      ?invalid=${isInvalid}
      .value=${isAddress(value) ? value : null}
      @change=${change}
    ></rl-address-input>`;
  }
  void import('./rl-file-input.ts');
  return html`<rl-file-input
    label=${field.label}
    accept=${(field.accept ?? []).join(',')}
    ?invalid=${isInvalid}
    .value=${isFile(value) ? value : null}
    @change=${change}
  ></rl-file-input>`;
}
