/** A timer as people say it. */

export const units = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type Unit = (typeof units)[number];

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof weekdays)[number];

export type Timer =
  /** "After 3 days"; business time counts working hours of the calendar only. */
  | { kind: 'after'; amount: number; unit: Unit; isBusiness: boolean }
  /** "On 24 December 2026 at 9:00": an ISO instant or local time. */
  | { kind: 'at'; date: string }
  /** "30 days before the warranty ends": `path` names the date, such as `$subject.ends`. */
  | { kind: 'around'; path: string; amount: number; unit: Unit; isBefore: boolean }
  /** "Every 2 hours, 3 times"; without a number of times, for ever. */
  | { kind: 'every'; amount: number; unit: Unit; times: number | null }
  /** "Every Monday and Friday at 9:00"; all seven days mean daily. */
  | { kind: 'weekly'; days: Weekday[]; time: string; zone: string }
  /** "On the 1st of every month at 9:00"; a month without that day is left out. */
  | { kind: 'monthly'; day: number; time: string; zone: string }
  /** Anything else the standard or a cron line can say, kept as it was written. */
  | { kind: 'expression'; property: TimerProperty; source: string };

export type TimerKind = Timer['kind'];

/** The three places where BPMN keeps a timer's definition. */
export const timerProperties = ['timeDuration', 'timeDate', 'timeCycle'] as const;
export type TimerProperty = (typeof timerProperties)[number];
export type TimerSource = { property: TimerProperty; source: string };
