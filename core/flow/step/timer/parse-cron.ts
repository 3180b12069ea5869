import { Cron } from 'croner';

export interface CronLine {
  pattern: string;
  /** The company's when absent. */
  timeZone: string | undefined;
}

/** `0 9 * * MON-FRI Asia/Shanghai`: five or six fields, and a time zone if it is not the company's. */
export const parseCron = (text: string): CronLine | null => {
  const fields = text.trim().split(/\s+/);
  const last = fields.at(-1)!;
  const timeZone = /^([A-Z]\w+(\/[\w+-]+)+|UTC)$/.test(last) ? fields.pop() : undefined;
  if (fields.length !== 5 && fields.length !== 6) return null;
  const line = { pattern: fields.join(' '), timeZone };
  try {
    return nextCron(line, 0, 'UTC') === null ? null : line;
  } catch {
    return null;
  }
};

/** The next time after `from`, both in milliseconds since 1970; null when there is none. */
export const nextCron = (line: CronLine, from: number, timeZone: string): number | null =>
  new Cron(line.pattern, { timezone: line.timeZone ?? timeZone, paused: true })
    .nextRun(new Date(from))
    ?.getTime() ?? null;
