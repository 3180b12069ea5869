import { idOf, type RecordData, type RecordService } from '../../../../core/index.ts';
import { daysBetween, nextYearly } from './days.ts';

export interface Span {
  from: string;
  until: string;
}

const mostContracts = 10_000;

/** The contacts of a plan whose day may come within the span, as a filter; null when it is nobody. */
export async function whoIsMeant(
  records: RecordService,
  plan: RecordData,
  span: Span,
): Promise<Record<string, unknown> | null> {
  const filter: Record<string, unknown> = {};
  if (plan['language'] !== null) filter['language'] = { eq: plan['language'] };
  if (plan['whom'] === 'contract') filter['account'] = { in: await underContract(records, span.from) };
  if (plan['occasion'] === 'birthday') filter['birthday'] = { yearlyIn: birthdays(span) };
  if (plan['occasion'] === 'holiday' && holidayIn(plan, span) === null) return null;
  return filter;
}

/** The holiday's day, where it comes within the span. */
export function holidayIn(plan: RecordData, { from, until }: Span): string | null {
  const day = String(plan['day']);
  const next = plan['isYearly'] === true ? nextYearly(day, from) : day;
  return next >= from && next <= until ? next : null;
}

function birthdays({ from, until }: Span): string[] {
  const days = daysBetween(from, until).map((day) => day.slice(5));
  return days.includes('02-28') ? [...days, '02-29'] : days;
}

async function underContract(records: RecordService, day: string): Promise<string[]> {
  const running = { startsOn: { lte: day }, endsOn: { gte: day } };
  const contracts = await records.find('service-contract', running, { limit: mostContracts });
  return [...new Set(contracts.flatMap(({ account }) => idOf(account) ?? []))];
}
