export interface TableInput {
  name: string;
  description: string;
  /** The head, then a line per row. */
  lines: readonly (readonly string[])[];
  link: string;
}

const mostLines = 200;
const cell = 'style="padding:4px 12px;border-bottom:1px solid #ddd;text-align:left"';

/** For mail programs: styles in place, nothing of a record as markup. */
export function htmlTable({ name, description, lines, link }: TableInput): string {
  const [head = [], ...rows] = lines.slice(0, mostLines);
  const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((text) => `<${tag} ${cell}>${escaped(text)}</${tag}>`).join('')}</tr>`;
  return [
    `<h1 style="font-size:18px"><a href="${escaped(link)}">${escaped(name)}</a></h1>`,
    description && `<p>${escaped(description)}</p>`,
    `<table style="border-collapse:collapse">${row('th', head)}${rows.map((cells) => row('td', cells)).join('')}</table>`,
  ].join('');
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
