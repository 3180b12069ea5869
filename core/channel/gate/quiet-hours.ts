import { Temporal } from 'temporal-polyfill';
import type { Db } from '../../db/connect.ts';

/** `21:00` to `08:00`: from the evening until the morning after. Equal: never. */
export interface QuietHours {
  from: string;
  until: string;
}

const usual: QuietHours = { from: '21:00', until: '08:00' };

export async function readQuietHours(db: Db): Promise<QuietHours> {
  const [row] = await db<{ value: Partial<QuietHours> }[]>`
    select value from core.setting where key = 'quietHours'`;
  return { ...usual, ...row?.value };
}

export async function writeQuietHours(db: Db, hours: QuietHours): Promise<void> {
  const value = JSON.stringify(hours);
  await db`insert into core.setting (key, value) values ('quietHours', ${value}::text::jsonb)
    on conflict (key) do update set value = excluded.value`;
}

/** When they end, in milliseconds since 1970; null when it is not quiet now. An unknown zone counts as UTC. */
export function quietUntil(input: { now: number; timeZone: string; hours: QuietHours }): number | null {
  const { from, until } = input.hours;
  if (from === until) return null;
  const now = Temporal.Instant.fromEpochMilliseconds(input.now).toZonedDateTimeISO(zoneOf(input.timeZone));
  const time = now.toPlainTime().toString().slice(0, 5);
  const isOverNight = from > until;
  const isQuiet = isOverNight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return null;
  const end = now.withPlainTime(Temporal.PlainTime.from(until));
  return (isOverNight && time >= from ? end.add({ days: 1 }) : end).epochMilliseconds;
}

function zoneOf(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return 'UTC';
  }
}
