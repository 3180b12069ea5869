import { readTimer } from './read-timer.ts';
import { weekdays, type Timer, type TimerKind, type TimerSource } from './timer.ts';

/** What a timer of a kind begins with; amounts and texts said before are kept where they fit. */
export const startTimer = (
  kind: TimerKind,
  from: { zone: string; path: string; before?: TimerSource },
): Timer => {
  const before = from.before && readTimer(from.before);
  const said =
    before && (before.kind === 'after' || before.kind === 'every' || before.kind === 'around')
      ? before
      : undefined;
  const amount = said?.amount ?? 1;
  const unit = said?.unit ?? 'days';
  if (kind === 'after') return { kind, amount, unit, isBusiness: false };
  if (kind === 'every') return { kind, amount, unit, times: null };
  if (kind === 'around') return { kind, path: from.path, amount, unit, isBefore: true };
  if (kind === 'at') return { kind, date: `${tomorrow()}T09:00:00` };
  if (kind === 'weekly') return { kind, days: weekdays.slice(0, 5), time: '09:00', zone: '' };
  if (kind === 'monthly') return { kind, day: 1, time: '09:00', zone: '' };
  return { kind, property: from.before?.property ?? 'timeDuration', source: from.before?.source ?? '' };
};

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
