import sanitizeHtml from 'sanitize-html';
import { hasSeparator } from '../../db/bindings.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { textType } from './text.ts';

const defaultMax = 100_000;

/** What a text can be made of; nothing that runs, loads or lays itself over the page. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h2', 'h3', 'strong', 'em', 'u', 's', 'code', 'pre', 'blockquote'],
    ...['ul', 'ol', 'li', 'a', 'hr'],
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  transformTags: {
    b: 'strong',
    i: 'em',
    strike: 's',
    del: 's',
    h1: 'h2',
    div: 'p',
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: { href, rel: 'noopener noreferrer', target: '_blank' },
    }),
  },
  disallowedTagsMode: 'discard',
};

export const richTextType: FieldTypeSpec = {
  ...textType,
  type: 'richText',
  isSortable: false,
  parse(value, field) {
    if (typeof value !== 'string') return refused('not-text');
    const max = field.max ?? defaultMax;
    // What is thrown away must not take long to read either.
    if (value.length > 4 * max) return refused('text-long', { max, length: value.length });
    if (value.includes('\0') || hasSeparator(value)) return refused('text-control');
    const html = sanitizeHtml(value.toWellFormed(), allowed).trim();
    if (plainOf(html) === '') return parsed(null);
    return html.length > max ? refused('text-long', { max, length: html.length }) : parsed(html);
  },
  text: (value) => plainOf(String(value)),
};

/** The words alone. */
function plainOf(html: string): string {
  const words = sanitizeHtml(html.replaceAll(/<(br|\/p|\/li|\/h\d|hr)\b[^>]*>/g, '\n$&'), {
    allowedTags: [],
    allowedAttributes: {},
  });
  return words
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}

/** Text with headings, lists and links, as HTML without anything that runs. */
export const richText = <const O extends CommonOptions<string> & { max?: number }>(
  options?: O,
): Field<Given<string, O>> => ({ ...options, type: 'richText' });
