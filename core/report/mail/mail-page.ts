/** A report or a dashboard as a mail: styles in place, bars of table cells, nothing of a record as markup. */
import type { ReadableReport } from '../export/readable.ts';
import type { Section } from './sections.ts';

export interface MailPage {
  name: string;
  link: string;
  sections: readonly Section[];
  /** Below it: how to get no more of them. */
  leave?: { text: string; link: string };
}

const text =
  'font:14px/1.5 -apple-system,Segoe UI,PingFang SC,Noto Sans CJK SC,Arial,sans-serif;color:#1c1d1f';
const muted = 'color:#65676d;font-weight:400';
const cell = 'padding:4px 12px 4px 0;border-bottom:1px solid #e7e6e3;font-size:14px';

export function mailHtml({ name, link, sections, leave }: MailPage): string {
  return [
    `<div style="max-width:720px;${text}">`,
    `<h1 style="font-size:18px;margin:0 0 16px"><a style="color:#2c47b0" href="${escaped(link)}">${escaped(name)}</a></h1>`,
    ...sections.map((section) => sectionHtml(section, sections.length > 1)),
    leave &&
      `<p style="margin:24px 0 0;font-size:12px"><a style="${muted}" href="${escaped(leave.link)}">${escaped(leave.text)}</a></p>`,
    '</div>',
  ]
    .filter(Boolean)
    .join('');
}

function sectionHtml({ name, description, report }: Section, isOneOfMany: boolean): string {
  if (!report)
    return `<h2 style="font-size:16px;margin:32px 0 0;padding-top:12px;border-top:1px solid #e7e6e3">${escaped(name)}</h2>`;
  const title = isOneOfMany ? `<h2 style="font-size:14px;margin:24px 0 4px">${escaped(name)}</h2>` : '';
  const about = description && `<p style="margin:0 0 8px;${muted}">${escaped(description)}</p>`;
  const note = report.note && `<p style="margin:4px 0 0;${muted}">${escaped(report.note)}</p>`;
  if (report.heads.length === 0) return title + about + numbersHtml(report);
  return title + about + (report.rows.length === 0 ? '' : tableHtml(report)) + (note ?? '');
}

const numbersHtml = ({ figures, rows, before }: ReadableReport): string =>
  `<table style="border-collapse:collapse"><tr>${figures
    .map(
      (label, index) =>
        `<td style="padding:0 32px 8px 0"><span style="${muted};font-size:12px">${escaped(label)}</span><br><b style="font-size:22px">${escaped(rows[0]?.figures[index] ?? '–')}</b>${before ? `<br><span style="${muted};font-size:12px">${escaped(before[index]!)}</span>` : ''}</td>`,
    )
    .join('')}</tr></table>`;

function tableHtml({ heads, figures, rows }: ReadableReport): string {
  const hasBars = rows.some(({ share }) => share !== undefined);
  const head = (label: string, align: string): string =>
    `<th style="${cell};${muted};font-size:12px;text-align:${align}">${escaped(label)}</th>`;
  const lines = rows.map(
    (row) =>
      `<tr>${row.heads.map((one) => `<td style="${cell};white-space:nowrap">${escaped(one)}</td>`).join('')}${hasBars ? bar(row.share) : ''}${row.figures
        .map((one) => `<td style="${cell};text-align:right">${escaped(one)}</td>`)
        .join('')}</tr>`,
  );
  return `<table style="border-collapse:collapse;width:100%"><tr>${heads.map((label) => head(label, 'left')).join('')}${hasBars ? head('', 'left') : ''}${figures
    .map((label) => head(label, 'right'))
    .join('')}</tr>${lines.join('')}</table>`;
}

/** Of table cells: mail programs draw neither SVG nor canvas, and many show no pictures. */
const bar = (share = 0): string =>
  `<td style="${cell};width:28%"><div style="width:${Math.max(1, Math.round(share * 100))}%;height:10px;background:#3a5bd9;border-radius:2px;font-size:0">&nbsp;</div></td>`;

/** The same for those who read plain text. */
export function mailText({ name, link, sections, leave }: MailPage): string {
  const parts = sections.map(({ name: title, description, report }) =>
    [
      ...(sections.length > 1 ? [title] : []),
      ...(description ? [description] : []),
      ...(report ? linesOf(report) : []),
    ].join('\n'),
  );
  return [name, link, ...parts, ...(leave ? [`${leave.text}: ${leave.link}`] : [])].join('\n\n');
}

const linesOf = ({ heads, figures, rows, before, note }: ReadableReport): string[] => [
  ...(heads.length > 0 && rows.length === 0 ? [] : [[...heads, ...figures].join(' | ')]),
  ...rows.map((row) => [...row.heads, ...row.figures].join(' | ')),
  ...(before ? [before.join(' | ')] : []),
  ...(note ? [note] : []),
];

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (words: string): string => words.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
