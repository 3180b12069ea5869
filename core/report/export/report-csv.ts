/** A report's answer as a table of words, and as CSV: a line per row, a column per group and measure, and one more per further currency. */
import { resolvePath } from '../../access/rule/parse.ts';
import { byteOrderMark, csvLine, optionLabel } from '../../entity/export/index.ts';
import { fieldWords } from '../../entity/field-words.ts';
import type { FieldDefinition } from '../../entity/definition.ts';
import type { Models } from '../../entity/models.ts';
import { textIn } from '../../screen/localised.ts';
import type { Locale, Registry } from '../../registry.ts';
import type { ReportDefinition, ReportMeasure } from '../definition.ts';
import type { ReportResult, ReportRow } from '../run/run-report.ts';

export interface CsvInput {
  definition: ReportDefinition;
  result: ReportResult;
  registry: Registry;
  models: Pick<Models, 'shapes'>;
  locale: Locale;
}

export const reportCsv = (input: CsvInput): string =>
  byteOrderMark + reportLines(input).map(csvLine).join('');

/** The head, then a line per row, as plain words. */
export function reportLines(input: CsvInput): string[][] {
  const { definition, result, registry, locale } = input;
  const groups = groupColumns(input);
  const measures = definition.measures.flatMap((measure) => measureColumns(input, measure));
  const others = registry.text(locale, 'report.others');
  const lines = result.rows.map((row) => [
    ...groups.map(({ text }, index) => (row.isOthers && index === 0 ? others : text(row.keys[index]))),
    ...measures.map(({ text }) => text(row)),
  ]);
  const head = [...groups.map(({ label }) => label), ...measures.map(({ label }) => label)];
  return [head, ...lines];
}

interface Place {
  entity: string;
  id: string;
  field: FieldDefinition;
}

/** Every field of a path, with the entity it belongs to. */
function placesOf(
  { registry, models, definition }: CsvInput,
  path: string,
  entity = definition.entity,
): Place[] {
  let at = entity;
  return (resolvePath({ shapes: models.shapes, entity, path }) ?? []).map(({ id, target }) => {
    const fields = registry.hasEntity(at) ? registry.entity(at).fields : {};
    const place = { entity: at, id, field: fields[id] ?? ({ type: 'text' } as const) };
    at = target ?? at;
    return place;
  });
}

const labelFor = (input: CsvInput, { entity, id }: Place): string =>
  fieldWords(input, input.registry.hasEntity(entity) ? input.registry.entity(entity) : undefined, id);

/** Of each group, in their order; two of one field are told apart by their span of time. */
export function groupColumns(input: CsvInput): GroupColumn[] {
  const { groups } = input.definition;
  return groups.map(({ field, bucket }) => {
    const column = groupColumn(input, field);
    const isOnlyOne = groups.filter((other) => other.field === field).length === 1;
    if (isOnlyOne || bucket === undefined) return column;
    return {
      ...column,
      label: `${column.label} · ${input.registry.text(input.locale, `report.bucket.${bucket}`)}`,
    };
  });
}

interface GroupColumn {
  label: string;
  text(key: unknown): string;
}

export function groupColumn(input: CsvInput, path: string): GroupColumn {
  const places = placesOf(input, path);
  const last = places.at(-1);
  const { registry, locale } = input;
  const words = new Map<string, string>();
  for (const { value } of last?.field.options ?? []) {
    const { entity, id, field } = last!; // it has options
    words.set(value, optionLabel({ registry, locale, entity: registry.entity(entity), id, field }, value));
  }
  return {
    label: places.map((place) => labelFor(input, place)).join(' · ') || path,
    text: (key) => {
      if (key === null || key === undefined) return '';
      // The casts: groups are references, or plain values.
      if (typeof key === 'object' && 'id' in key)
        return (key as { title?: string | null }).title ?? registry.text(locale, 'report.notVisible');
      return words.get(String(key)) ?? String(key);
    },
  };
}

export interface MeasureColumn {
  label: string;
  currency?: string;
  text(row: ReportRow): string;
}

export function measureColumns(input: CsvInput, measure: ReportMeasure): MeasureColumn[] {
  const label = measureLabel(input, measure);
  const currencies = [
    ...new Set(input.result.rows.flatMap(({ values }) => currenciesOf(values[measure.id]))),
  ];
  if (currencies.length === 0) return [{ label, text: ({ values }) => plainText(values[measure.id]) }];
  return currencies.map((currency) => ({
    label: `${label} (${currency})`,
    currency,
    text: ({ values }) =>
      amountsOf(values[measure.id]).find((one) => one.currency === currency)?.amount ?? '',
  }));
}

const currenciesOf = (value: unknown): string[] => amountsOf(value).map(({ currency }) => currency);

/** None where there is nothing to calculate an amount with. */
const amountsOf = (value: unknown): { amount: string; currency: string }[] =>
  Array.isArray(value) ? value : [];

const plainText = (value: unknown): string =>
  value === null || value === undefined || Array.isArray(value) ? '' : String(value);

function measureLabel(input: CsvInput, measure: ReportMeasure): string {
  const { registry, locale } = input;
  if (measure.title !== undefined) return textIn(registry, locale, measure.title);
  if ('expression' in measure) return measure.id;
  if (measure.field === undefined) return registry.text(locale, 'report.measure.count');
  const field = placesOf(input, measure.field, measure.of)
    .map((place) => labelFor(input, place))
    .join(' · ');
  return registry.text(locale, `report.measure.${measure.function}Of`, { field });
}
