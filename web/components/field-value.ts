import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { referenceName } from '../data/reference-name.ts';
import { formatMoney } from '../data/format.ts';
import { t } from '../data/i18n.ts';
import { shownType, type MetaField } from '../data/meta.ts';
import { numberText } from '../data/number-text.ts';
import type { Reference } from '../data/records.ts';
import {
  isEmptyValue,
  isFile,
  isMoney,
  isReference,
  isSecret,
  markOf,
  optionColor,
  optionLabel,
  textOfValue,
  type FileValue,
  type SecretValue,
} from '../data/values.ts';
import { recordPath } from '../shell/router.ts';
import { toneOf } from './tone.ts';
import './rl-avatar.ts';
import './rl-icon.ts';
import './rl-tag.ts';
import './rl-time.ts';

export interface ValueOptions {
  /** References and addresses lead there. */
  isLinked?: boolean;
  /** People as initials only. */
  isShort?: boolean;
}

/** A field's value as it is shown in lists, cards and facts. Nothing for no value. */
export function fieldValue(
  field: MetaField,
  value: unknown,
  options: ValueOptions = {},
): TemplateResult | typeof nothing {
  if (isEmptyValue(value)) return nothing;
  if (isMoney(value)) return html`<span class="amount">${formatMoney(value)}</span>`;
  if (Array.isArray(value) && value.every(isMoney))
    return html`<span class="amount">${value.map((each) => formatMoney(each)).join(' · ')}</span>`;
  if (Array.isArray(value) && value.every(isReference)) return references(field, value, options);
  if (isFile(value)) return fileLink(value, options);
  if (isSecret(value)) return secretValue(value, options);
  if (isReference(value)) return reference(field, value, options);
  const show = byType[shownType(field)];
  return show
    ? show(field, value, options)
    : html`<span class="truncate">${textOfValue(field, value)}</span>`;
}

const fileLink = (value: FileValue, { isLinked }: ValueOptions): TemplateResult =>
  isLinked
    ? html`<a class="link truncate" href=${value.href} download=${value.name}>${value.name}</a>`
    : html`<span class="truncate">${value.name}</span>`;

/** The button that shows it comes when one is first met. */
function secretValue(value: SecretValue, { isLinked }: ValueOptions): TemplateResult {
  if (!isLinked) return html`<span class="muted">••••••</span>`;
  void import('./rl-secret-value.ts');
  return html`<rl-secret-value .value=${value}></rl-secret-value>`;
}

type Show = (field: MetaField, value: unknown, options: ValueOptions) => TemplateResult;

const tag: Show = (field, value) =>
  html`<rl-tag tone=${toneOf(optionColor(field, String(value)))}
    >${optionLabel(field, String(value))}</rl-tag
  >`;
const tags: Show = (field, value) =>
  html`<span class="truncate"
    >${(Array.isArray(value) ? value : [value]).map((each) => tag(field, each, {}))}</span
  >`;
const number: Show = (field, value) =>
  html`<span class="amount">${numberText(field, value as number)}</span>`; // its type says so
const mail: Show = (_field, value, { isLinked }) =>
  isLinked && !isMasked(value)
    ? html`<a class="link truncate" href="mailto:${value}">${value}</a>`
    : plain(value);
const phone: Show = (_field, value, { isLinked }) =>
  isLinked && !isMasked(value)
    ? html`<a class="link truncate" href="tel:${value}">${value}</a>`
    : plain(value);
const url: Show = (_field, value, { isLinked }) =>
  isLinked && /^https?:/i.test(String(value))
    ? html`<a class="link truncate" href=${String(value)} target="_blank" rel="noopener noreferrer"
        >${String(value)
          .replace(/^https?:\/\/(www\.)?/i, '')
          .replace(/\/$/, '')}</a
      >`
    : plain(value);
/** Part of it is kept from this reader, so it leads nowhere. */
const isMasked = (value: unknown): boolean => String(value).includes('***');
const duration: Show = (field, value) => html`<span class="amount">${textOfValue(field, value)}</span>`;
/** The server lets nothing through that runs; lists show the words alone. */
const rich: Show = (field, value, { isLinked }) =>
  isLinked
    ? html`<div class="rich">${unsafeHTML(String(value))}</div>`
    : html`<span class="truncate">${textOfValue(field, value)}</span>`;
const place: Show = (field, value, { isLinked }) => {
  const text = textOfValue(field, value);
  return isLinked
    ? html`<a
        class="link truncate"
        href="https://www.openstreetmap.org/search?query=${encodeURIComponent(text)}"
        target="_blank"
        rel="noopener noreferrer"
        >${text}</a
      >`
    : html`<span class="truncate">${text}</span>`;
};
/** Facts have room to say that a mark is not set; lists and cards leave it out. */
const check: Show = (field, value, { isLinked }) => {
  const mark = markOf(field);
  if (mark !== undefined && value) return html`<rl-tag tone=${toneOf(mark)}>${field.label}</rl-tag>`;
  if (mark !== undefined && !isLinked) return html``;
  return value
    ? html`<rl-icon name="check" label=${t('value.yes')}></rl-icon>`
    : html`<span class="muted">${t('value.no')}</span>`;
};
const plain = (value: unknown): TemplateResult => html`<span class="truncate">${value}</span>`;

const byType: Partial<Record<string, Show>> = {
  select: tag,
  multiSelect: tags,
  tags,
  integer: number,
  decimal: number,
  money: number,
  duration,
  richText: rich,
  address: place,
  geoPoint: place,
  email: mail,
  phone,
  url,
  boolean: check,
  date: (_field, value) => html`<rl-time mode="date" value=${String(value)}></rl-time>`,
  // When a record was made or changed is told as ever; what people plan has a time of day.
  dateTime: ({ isSystem }, value) =>
    html`<rl-time mode=${isSystem ? 'relative' : 'moment'} value=${String(value)}></rl-time>`,
};

/** More than a page shows at once are counted. */
const mostLinks = 12;

function references(field: MetaField, all: readonly Reference[], options: ValueOptions): TemplateResult {
  if (!options.isLinked) {
    const names = all.map(referenceName).join(t('list.comma'));
    return html`<span class="truncate" title=${names}>${names}</span>`;
  }
  const more = all.length - mostLinks;
  return html`<span class="links"
    >${all.slice(0, mostLinks).map((each) => reference(field, each, options))}${
      more > 0 ? html`<span class="muted">${t('value.more', { count: more })}</span>` : nothing
    }</span
  >`;
}

function reference(field: MetaField, value: Reference, options: ValueOptions): TemplateResult {
  const name = referenceName(value);
  if (field.type === 'user')
    return html`<span class="person" title=${name}
      ><rl-avatar name=${name}></rl-avatar>${
        options.isShort ? nothing : html`<span class="truncate">${name}</span>`
      }</span
    >`;
  return options.isLinked && field.entity && value.title !== null
    ? html`<a class="link truncate" href=${recordPath(field.entity, value.id)}>${name}</a>`
    : html`<span class="truncate" title=${name}>${name}</span>`;
}
