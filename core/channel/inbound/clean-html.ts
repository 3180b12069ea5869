/** HTML of strangers: its words and their order stay; what runs, loads, tracks or lays itself over a page goes. */
import sanitizeHtml from 'sanitize-html';

/** Longer HTML is not read at all: the plain part has the words. */
const longest = 1_000_000;

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'div', 'h1', 'h2', 'h3', 'strong', 'b', 'em', 'i', 'u', 's', 'code', 'pre'],
    ...['blockquote', 'ul', 'ol', 'li', 'a', 'hr'],
  ],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // Words that nobody sees are there for machines.
  exclusiveFilter: ({ attribs }) =>
    /display\s*:\s*none|font-size\s*:\s*0|visibility\s*:\s*hidden/i.test(attribs['style'] ?? ''),
  nestingLimit: 50,
  disallowedTagsMode: 'discard',
};

export function cleanHtml(html: string): string | null {
  if (html.length > longest) return null;
  const clean = sanitizeHtml(html, options).trim();
  return clean === '' ? null : clean;
}
