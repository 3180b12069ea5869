/** A report's answer for people who read it in a mail: amounts, shares and months as their language writes them. */
import type { Locale } from '../../registry.ts';
import type { ReportGroup, ReportMeasure } from '../definition.ts';
import { groupColumn, groupColumns, measureColumns, type CsvInput } from './report-csv.ts';

export interface ReadableReport {
  heads: string[];
  figures: string[];
  rows: {
    heads: string[];
    figures: string[];
    /** Of the largest first figure, from 0 to 1: as long as its bar is drawn. */
    share?: number;
  }[];
  /** One per figure: what it was in the period before, where a number is compared. */
  before?: string[];
  /** What its reader must know of it: that there is nothing, or that there is more. */
  note?: string;
}

/** More are read on the page, where they can be searched. */
const mostRows = 60;

const drawn = ['bar', 'line', 'pie', 'funnel'];

export function readableReport(input: CsvInput): ReadableReport {
  const { definition, result, registry, locale } = input;
  const columns = groupColumns(input);
  const groups = definition.groups.map((group, at) => ({ group, ...columns[at]! }));
  const before = result.before && { keys: [], values: result.before };
  // Its currencies have columns too: of what fell to nothing, only they are left.
  const all = { ...input, result: { ...result, rows: [...result.rows, ...(before ? [before] : [])] } };
  const figures = definition.measures.flatMap((measure) =>
    measureColumns(all, measure).map((column) => ({ measure, ...column })),
  );
  const first = result.rows.map((row) => Number(figures[0]?.text(row)) || 0);
  const most = Math.max(0, ...first);
  const others = registry.text(locale, 'report.others');
  const hasBars = drawn.includes(definition.chart) && groups.length > 0 && most > 0;
  return {
    heads: groups.map(({ label }) => label),
    figures: figures.map(({ label }) => label),
    ...noteOf(input),
    ...(before && {
      before: figures.map((figure) => {
        const value = figureText(figure, figure.text(before), locale);
        return registry.text(locale, 'report.before', { value });
      }),
    }),
    rows: result.rows.slice(0, mostRows).map((row, at) => ({
      heads: groups.map(({ group, text }, index) =>
        row.isOthers && index === 0 ? others : keyText(group, text(row.keys[index]), locale),
      ),
      figures: figures.map((figure) => figureText(figure, figure.text(row), locale)),
      ...(hasBars && { share: Math.max(0, first[at]!) / most }),
    })),
  };
}

function noteOf(input: CsvInput): Pick<ReadableReport, 'note'> {
  const { definition, result, registry, locale } = input;
  const { length } = result.rows;
  if (definition.groups.length > 0 && length === 0) return { note: registry.text(locale, 'report.nothing') };
  const fields = result.several.map((field) => `“${groupColumn(input, field).label}”`);
  const notes = [
    ...(fields.length > 0
      ? [registry.text(locale, 'report.countsInEach', { fields: joinList(fields, locale) })]
      : []),
    ...(length > mostRows ? [registry.text(locale, 'report.furtherRows', { count: length - mostRows })] : []),
  ];
  return notes.length > 0 ? { note: notes.join(' ') } : {};
}

const joinList = (words: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);

const nothing = '–';

function keyText({ bucket }: ReportGroup, text: string, locale: Locale): string {
  if (text === '') return nothing;
  // The first of January 2024 was a Monday.
  if (bucket === 'weekday')
    return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, 0, Number(text)),
    );
  if (bucket === 'hour') return `${text.padStart(2, '0')}:00`;
  if (bucket === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  if (bucket === 'year') return text.slice(0, 4);
  const options = {
    month: 'short',
    year: 'numeric',
    ...(bucket !== 'month' && { day: 'numeric' as const }),
  } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(text));
}

function figureText(
  { measure, currency }: { measure: ReportMeasure; currency?: string },
  text: string,
  locale: Locale,
): string {
  if (text === '') return nothing;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const isShare = 'expression' in measure && measure.format === 'percent';
  return new Intl.NumberFormat(locale, {
    ...(currency
      ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
      : isShare && { style: 'percent' }),
    maximumFractionDigits: isShare ? 1 : Math.abs(value) < 1_000 ? 2 : 0,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(value);
}
