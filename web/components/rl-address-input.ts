import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { locale, t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

type Part = 'street' | 'line2' | 'postalCode' | 'city' | 'region' | 'country';
export type AddressValue = Partial<Record<Part, string>>;

/** The parts of an address. Fires `change` with `detail: {value}`, null when all are empty. */
@customElement('rl-address-input')
export class RlAddressInput extends LitElement {
  @property({ attribute: false }) value: AddressValue | null = null;
  @property() label = '';
  @property({ type: Boolean }) invalid = false;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    controls,
    css`
      fieldset {
        display: grid;
        grid-template-columns: 1fr 2fr;
        gap: 6px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .whole {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override render() {
    return html`<fieldset>
      <legend class="visually-hidden">${this.label}</legend>
      ${this.renderPart('street', 'whole')} ${this.renderPart('line2', 'whole')}
      ${this.renderPart('postalCode')} ${this.renderPart('city')} ${this.renderPart('region')}
      <select
        class="control"
        aria-label=${t('address.country')}
        @change=${(event: Event) => this.set('country', (event.target as HTMLSelectElement).value)}
      >
        <option value="">${t('address.country')}</option>
        ${countries().map(
          ([code, name]) =>
            html`<option value=${code} ?selected=${code === this.value?.country}>${name}</option>`,
        )}
      </select>
    </fieldset>`;
  }

  private renderPart(part: Exclude<Part, 'country'>, place = '') {
    const label = t(`address.${part}`);
    return html`<input
      class="control ${place}"
      aria-label=${label}
      aria-invalid=${this.invalid ? 'true' : 'false'}
      placeholder=${label}
      maxlength="200"
      .value=${this.value?.[part] ?? ''}
      @change=${(event: Event) => this.set(part, (event.target as HTMLInputElement).value.trim())}
    />`;
  }

  private set(part: Part, text: string): void {
    const { [part]: _before, ...rest } = this.value ?? {};
    const value = text ? { ...rest, [part]: text } : rest;
    this.value = Object.keys(value).length > 0 ? value : null;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.value } }));
  }
}

/** Codes of ISO 3166 with their names, those the browser knows. */
function countries(): [string, string][] {
  const own = locale();
  const known = cache.get(own);
  if (known) return known;
  const names = new Intl.DisplayNames(own, { type: 'region', fallback: 'none' });
  const found: [string, string][] = [];
  for (const first of letters)
    for (const second of letters) {
      const code = first + second;
      const name = noCountries.has(code) ? undefined : names.of(code);
      if (name) found.push([code, name]);
    }
  found.sort(([, one], [, other]) => one.localeCompare(other, own));
  cache.set(own, found);
  return found;
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Regions that are none, and codes that were given up. */
const noCountries = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ'.split(' '),
);
const cache = new Map<string, [string, string][]>();
