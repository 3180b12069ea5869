/**
 * What was promised for a request, and until when: everything follows from when it was asked, answered, paused and
 * solved, so that it is right whoever changed what. Times are milliseconds since 1970, lengths working time.
 */
import type { WorkingTime } from '../../../core/index.ts';

export interface Promised {
  firstAnswer: number | null;
  nextAnswer: number | null;
  solution: number | null;
}

export interface Course {
  createdAt: number;
  status: string;
  /** The customer waits for a next answer since. */
  askedAt: number | null;
  firstAnsweredAt: number | null;
  solvedAt: number | null;
  pausedAt: number | null;
  /** Before the pause that may run now; a request that is solved rests as well, should it be opened again. */
  paused: number;
}

export type Level = 'on-time' | 'paused' | 'close' | 'late' | 'kept';

export interface ServiceLevel {
  level: Level | null;
  nextDue: number | null;
  warnAt: number | null;
  firstAnswerDue: number | null;
  nextAnswerDue: number | null;
  solutionDue: number | null;
  solvedAt: number | null;
  pausedAt: number | null;
  paused: number;
}

/** The part of a promise after which somebody is warned. */
const warnAfter = 0.75;

/** As of `now`; what was promised for no time is null everywhere. */
export function serviceLevel(
  course: Course,
  promise: Promised,
  { time, now }: { time: WorkingTime; now: number },
): ServiceLevel {
  const isSolved = course.status === 'solved' || course.status === 'closed';
  const isPaused = course.status === 'waiting';
  const pausedAt = isPaused ? (course.pausedAt ?? now) : null;
  const stoodSince = isSolved ? null : course.solvedAt;
  const restedSince = stoodSince ?? (isPaused ? null : course.pausedAt);
  const paused = course.paused + (restedSince === null ? 0 : time.between(restedSince, now));
  const { createdAt, askedAt } = course;
  const first = span(createdAt, add(promise.firstAnswer, paused), time);
  const next = askedAt === null ? none : span(askedAt, promise.nextAnswer, time);
  const solution = span(createdAt, add(promise.solution, paused), time);
  const solvedAt = isSolved ? (course.solvedAt ?? now) : null;
  const open =
    isSolved || isPaused ? [] : [...(course.firstAnsweredAt === null ? [first] : [next]), solution];
  const [nearest = none] = open.filter(({ due }) => due !== null).toSorted((a, b) => a.due! - b.due!);
  return {
    level: levelOf({ isSolved, isPaused, solvedAt, solutionDue: solution.due, nearest, now }),
    nextDue: nearest.due,
    warnAt: nearest.warn,
    firstAnswerDue: first.due,
    nextAnswerDue: course.firstAnsweredAt === null ? null : next.due,
    solutionDue: solution.due,
    ...{ solvedAt, pausedAt, paused },
  };
}

interface Span {
  due: number | null;
  warn: number | null;
}

const none: Span = { due: null, warn: null };

const add = (length: number | null, more: number): number | null => (length === null ? null : length + more);

const span = (from: number, length: number | null, time: WorkingTime): Span =>
  length === null ? none : { due: time.after(from, length), warn: time.after(from, length * warnAfter) };

interface Standing {
  isSolved: boolean;
  isPaused: boolean;
  solvedAt: number | null;
  solutionDue: number | null;
  nearest: Span;
  now: number;
}

function levelOf({ isSolved, isPaused, solvedAt, solutionDue, nearest, now }: Standing): Level | null {
  if (isSolved) return solutionDue === null ? null : solvedAt! <= solutionDue ? 'kept' : 'late';
  if (isPaused) return 'paused';
  if (nearest.due === null) return null;
  if (now >= nearest.due) return 'late';
  return nearest.warn !== null && now >= nearest.warn ? 'close' : 'on-time';
}
