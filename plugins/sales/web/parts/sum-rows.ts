import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../../../web/index.ts';

export const months: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

interface SumRow {
  label: string;
  of(month: number): number;
  show(value: number): string;
}

/** A figure for each month, and all of them together. */
export const sumRow = ({ label, of, show }: SumRow): TemplateResult =>
  html`<tr>
    <th scope="row">${label}</th>
    ${months.map((month) => html`<td>${show(of(month))}</td>`)}
    <td class="sum">${show(months.reduce((sum, month) => sum + of(month), 0))}</td>
    <td></td>
  </tr>`;

/** What part of the whole it is, in each month and of the year. */
export function shareRow(
  label: string,
  of: (month: number) => readonly [part: number, whole: number],
): TemplateResult {
  const all = months.map(of);
  const sum = (at: 0 | 1): number => all.reduce((total, pair) => total + pair[at], 0);
  return html`<tr class="spread">
    <th scope="row">${label}</th>
    ${all.map(([part, whole]) => html`<td>${share(part, whole)}</td>`)}
    <td>${share(sum(0), sum(1))}</td>
    <td></td>
  </tr>`;
}

const share = (part: number, whole: number): string =>
  part > 0 && whole > 0 ? formatNumber(part / whole, { style: 'percent', maximumFractionDigits: 0 }) : '';
