/** Conditions as people set them, as a filter: periods become days or moments in the company's zone. */
import { Temporal } from 'temporal-polyfill';
import { resolvePath } from '../../access/rule/parse.ts';
import type { Shapes } from '../../access/shape.ts';
import type { Filter } from '../../entity/record-store.ts';
import { invalid } from '../../errors.ts';
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

export const filterOf = (conditions: readonly ScreenCondition[], scope: ConditionScope): Filter[] =>
  conditions.map((condition, index) => ({ [condition.field]: testOf(condition, index, scope) }));

function testOf(
  { field, operator, value: given }: ScreenCondition,
  index: number,
  scope: ConditionScope,
): unknown {
  const value = plain(given);
  switch (operator) {
    case 'is':
      return { eq: value };
    case 'isNot':
      return Array.isArray(value) ? { nin: value } : { ne: value };
    case 'isOneOf':
      return { in: Array.isArray(value) ? value : [value] };
    case 'contains':
      return { contains: value };
    case 'over':
      return { gt: value };
    case 'under':
      return { lt: value };
    case 'from':
      return { gte: isInstant(field, scope) ? startOf(String(value), scope.timeZone) : value };
    case 'until':
      return isInstant(field, scope)
        ? { lt: startOf(dayAfter(String(value)), scope.timeZone) }
        : { lte: value };
    case 'within': {
      const days = periodDays(String(value), scope.today);
      if (days) return withinDays(days, isInstant(field, scope), scope.timeZone);
      break;
    }
    case 'isMe':
      return scope.me === null ? { in: [] } : { eq: scope.me };
    case 'isEmpty':
      return { eq: null };
    case 'isFilled':
      return { ne: null };
  }
  throw invalid([
    {
      pointer: `/definition/conditions/${index}`,
      code: 'report-condition-unknown',
      params: { operator, field },
    },
  ]);
}

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

/** References travel with their titles. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}
