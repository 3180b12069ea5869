import { usualCalendar, type Calendar } from '../calendar.ts';
import type { Db } from '../db/connect.ts';
import type { NamedCalendar } from '../named-calendar.ts';

export interface Company {
  name: string;
  /** IANA zone: dates, `$today()` and cron lines without a zone are in it. */
  timeZone: string;
  /** ISO 4217; money written as a bare number is in it. */
  currency: string;
  /** When people work: business time and `$businessDays` count by it. */
  calendar: Calendar;
  /** Those of teams, countries and promises that work at other times. */
  calendars: NamedCalendar[];
  /** How long is kept what messages said; for good when null. */
  messageDays: number | null;
}

const defaults: Company = {
  name: 'Relata',
  timeZone: 'UTC',
  currency: 'USD',
  calendar: usualCalendar,
  calendars: [],
  messageDays: null,
};

export async function readSettings(sql: Db): Promise<Company> {
  const [row] = await sql<
    { value: Partial<Company> }[]
  >`select value from core.setting where key = 'company'`;
  return { ...defaults, ...row?.value };
}

export async function writeSettings(sql: Db, company: Partial<Company>): Promise<void> {
  const value = JSON.stringify({ ...(await readSettings(sql)), ...company });
  await sql`insert into core.setting (key, value) values ('company', ${value}::text::jsonb)
    on conflict (key) do update set value = excluded.value`;
}
