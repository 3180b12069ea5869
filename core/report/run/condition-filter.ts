/** Conditions as people set them, as a filter: periods become days or moments in the company's zone. */
import { Temporal } from 'temporal-polyfill';
import { resolvePath } from '../../access/rule/parse.ts';
import type { Shapes } from '../../access/shape.ts';
import type { Filter } from '../../entity/record-store.ts';
import { invalid } from '../../errors.ts';
import { conditionTest, type ConditionCalendar } from '../../screen/condition/condition-test.ts';
import type { ScreenCondition } from '../../screen/definition.ts';
import { periodDays, type Days } from './period-days.ts';

export interface ConditionScope {
  entity: string;
  shapes: Shapes;
  /** Who asks, for "is me"; nobody for a flow. */
  me: string | null;
  today: string;
  timeZone: string;
}

export function filterOf(conditions: readonly ScreenCondition[], scope: ConditionScope): Filter[] {
  const { me, timeZone, today } = scope;
  const calendar: ConditionCalendar = {
    isInstant: (field) => isInstant(field, scope),
    startOf: (day) => startOf(day, timeZone),
    dayAfter,
    daysOf: (period) => periodDays(period, today),
  };
  return conditions.map((condition, index) => {
    const test = conditionTest(condition, { calendar, me });
    if (!test) throw unknown(condition, index);
    return { [condition.field]: test };
  });
}

const unknown = ({ operator, field }: ScreenCondition, index: number) =>
  invalid([
    {
      pointer: `/definition/conditions/${index}`,
      code: 'report-condition-unknown',
      params: { operator, field },
    },
  ]);

/** From the first day until before the last, for a field of days or of moments. */
export const withinDays = ({ from, before }: Days, hasTime: boolean, timeZone: string) =>
  hasTime ? { gte: startOf(from, timeZone), lt: startOf(before, timeZone) } : { gte: from, lt: before };

export const isInstant = (
  path: string,
  { entity, shapes }: Pick<ConditionScope, 'entity' | 'shapes'>,
): boolean => resolvePath({ shapes, entity, path })?.at(-1)?.kind === 'instant';

export const todayIn = (now: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** What is no day is left to the filter to refuse. */
function startOf(day: string, timeZone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  return new Date(epochMilliseconds).toISOString();
}

const dayAfter = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : day;
