import type { FieldType } from '../../core/entity/definition.ts';
import { conditionTest, type ConditionCalendar } from '../../core/screen/condition/condition-test.ts';
import { addDays, dateOf, dayText } from './days.ts';
import { periodOf, periods } from './period.ts';
import type { ConditionOperator, ScreenCondition } from '../../core/screen/definition.ts';
import { fittingOperators } from '../../core/screen/condition/fitting-operators.ts';
import { shownType, type Meta, type MetaEntity, type MetaField } from './meta.ts';
import type { Filter } from './records.ts';

/** One condition as a person reads it; a list's filter is all of its chips together. */
export interface Chip {
  field: string;
  operator: Operator;
  value?: unknown;
}

export type Operator = ConditionOperator;

export const operatorsFor = (field: MetaField): readonly Operator[] => fittingOperators(shownType(field));

export const needsValue = (operator: Operator): boolean =>
  !['isMe', 'isEmpty', 'isFilled'].includes(operator);

/** Fields that a list can be filtered by. */
export const isFilterable = (field: MetaField): boolean =>
  field.access !== 'masked' &&
  field.isAskable !== false &&
  !['json', 'secret', 'file', 'geoPoint', 'address', 'richText', 'multiSelect', 'tags'].includes(
    shownType(field),
  );

/** Fields that are worked out record by record, so that nothing can ask about them: said where one would look for them. */
export const onlyShown = ({ fields }: { fields: readonly MetaField[] }): MetaField[] =>
  fields.filter((field) => field.isAskable === false && field.access !== 'masked');

export interface FilterContext {
  /** Id of who asks, for "is me". */
  me: string;
  now: Date;
  typeOf: (field: string) => FieldType | undefined;
}

/** Chips as the filter JSON of the API. */
export function chipsToFilter(chips: readonly Chip[], context: FilterContext): Filter | undefined {
  const scope = { calendar: calendarOf(context), me: context.me };
  const parts = chips.flatMap((chip) => {
    const test = conditionTest(chip, scope);
    return test ? [{ [chip.field]: test }] : [];
  });
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : { and: parts };
}

export const allOf = (...filters: (Filter | undefined)[]): Filter | undefined => {
  const given = filters.filter((filter) => filter !== undefined);
  return given.length > 1 ? { and: given } : given[0];
};

export const chipsToText = (chips: readonly Chip[]): string | undefined =>
  chips.length > 0 ? JSON.stringify(chips.map((chip) => [chip.field, chip.operator, chip.value])) : undefined;

/** Chips out of the address; what cannot be read is left out, since a person may have changed it. */
export function textToChips(text: string | undefined, fields: readonly MetaField[]): Chip[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(rows)) return [];
  const chips = rows.flatMap((row: unknown) =>
    Array.isArray(row) ? [{ field: String(row[0]), operator: String(row[1]), value: row[2] as unknown }] : [],
  );
  return chipsOf(chips, fields);
}

/** Conditions of a screen or a view as chips; what names a field that is gone, or hidden, is left out. */
export const chipsOf = (
  conditions: readonly (Pick<ScreenCondition, 'field' | 'value'> & { operator: string })[],
  fields: readonly MetaField[],
): Chip[] =>
  conditions.flatMap(({ field: id, operator: wanted, value }) => {
    const field = fields.find((each) => each.id === id);
    const fitting = field ? operatorsFor(field) : [];
    const operator =
      fitting.find((each) => each === wanted) ?? fitting.find((each) => each === sameOf[wanted]);
    return field && operator ? [{ field: field.id, operator, value }] : [];
  });

/** The same, but with those that no longer fit, so that whoever mends it can take them out. */
export const allChips = (conditions: readonly ScreenCondition[], fields: readonly MetaField[]): Chip[] =>
  conditions.map((condition) => chipsOf([condition], fields)[0] ?? condition);

/** What was asked while a field led to one, or to many, means the same of the other. */
const sameOf: Record<string, Operator | undefined> = {
  isOneOf: 'hasAny',
  is: 'hasAny',
  isNot: 'hasNone',
  hasAny: 'isOneOf',
};

export const filterContext = (meta: Meta, entity: MetaEntity): FilterContext => ({
  me: meta.actor.id,
  now: new Date(),
  typeOf: (id) => entity.fields.find((field) => field.id === id)?.type,
});

function calendarOf({ now, typeOf }: FilterContext): ConditionCalendar {
  return {
    isInstant: (field) => typeOf(field) === 'dateTime',
    startOf: (day) => (isDay(day) ? dateOf(day).toISOString() : day),
    dayAfter: (day) => (isDay(day) ? addDays(day, 1) : day),
    daysOf: (period) => {
      const known = periods.find((each) => each === period);
      if (!known) return undefined;
      const { from, before } = periodOf(known, now);
      return { from: dayText(from), before: dayText(before) };
    },
  };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
