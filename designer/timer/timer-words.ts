import type { Timer } from './timer.ts';

/** What the words leave to who knows the names of fields. */
interface Names {
  dateName(path: string): string;
}

type Text = (key: string, params?: Record<string, string | number>) => string;

/** "After 3 days", "every week, 3 times". */
export const timerWords = (timer: Timer, text: Text, names: Names): string => {
  if (timer.kind === 'expression') return timer.source;
  if (timer.kind === 'at')
    return text('designer.timer.words.at', { date: timer.date.replace('T', ' ').slice(0, 16) });
  if (timer.kind === 'weekly') {
    const days =
      timer.days.length === 7
        ? text('designer.timer.words.daily')
        : timer.days.map((day) => text(`designer.weekday.${day}`)).join(', ');
    return text('designer.timer.words.weekly', { days, time: timer.time });
  }
  if (timer.kind === 'monthly')
    return text('designer.timer.words.monthly', { day: timer.day, time: timer.time });
  const span = text(`designer.span.${timer.unit}`, { count: timer.amount });
  if (timer.kind === 'after') {
    return text(timer.isBusiness ? 'designer.timer.words.business' : 'designer.timer.words.after', { span });
  }
  if (timer.kind === 'around')
    return text(timer.isBefore ? 'designer.timer.words.before' : 'designer.timer.words.since', {
      span,
      date: names.dateName(timer.path),
    });
  return timer.times === null
    ? text('designer.timer.words.every', { span })
    : text('designer.timer.words.everyTimes', { span, count: timer.times });
};
