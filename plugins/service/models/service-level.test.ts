import { expect, test } from 'vitest';
import { serviceLevel, type Course } from './service-level.ts';

test('what is due, hour by hour', () => {
  // given every hour is one of work
  const hour = 3_600_000;
  const time = { after: (from: number, ms: number) => from + ms, between: (a: number, b: number) => b - a };
  const promised = { firstAnswer: 4 * hour, nextAnswer: 2 * hour, solution: 16 * hour };
  const asked = {
    ...{ createdAt: 0, status: 'open', askedAt: 0, firstAnsweredAt: null },
    ...{ solvedAt: null, pausedAt: null, paused: 0 },
  };
  const level = (course: Partial<Course>, now: number) =>
    serviceLevel({ ...asked, ...course }, promised, { time, now: now * hour });
  // then the first answer is due, then warned of, then late
  expect(level({}, 1)).toMatchObject({ level: 'on-time', nextDue: 4 * hour, warnAt: 3 * hour });
  expect(level({}, 3).level).toBe('close');
  expect(level({}, 4).level).toBe('late');
  // and an answered one has until its solution, later by the time it rested
  const answered = { firstAnsweredAt: 2 * hour, askedAt: null };
  const waiting = level({ ...answered, status: 'waiting' }, 2);
  expect(waiting).toMatchObject({ level: 'paused', nextDue: null, pausedAt: 2 * hour });
  const back = level({ ...answered, pausedAt: 2 * hour, askedAt: 12 * hour }, 12);
  expect(back).toMatchObject({ paused: 10 * hour, nextAnswerDue: 14 * hour, solutionDue: 26 * hour });
  expect(level({ ...answered, status: 'solved' }, 17).level).toBe('late');
  expect(level({ ...answered, status: 'solved', solvedAt: 15 * hour }, 17).level).toBe('kept');
  // and one that is opened again goes on where it stood when it was solved
  const again = level({ ...answered, solvedAt: 15 * hour, askedAt: 115 * hour }, 115);
  expect(again).toMatchObject({ level: 'close', solvedAt: null, solutionDue: 116 * hour });
  const rests = level({ ...answered, status: 'waiting', solvedAt: 15 * hour }, 115);
  expect(rests).toMatchObject({ level: 'paused', pausedAt: 115 * hour, paused: 100 * hour });
  const solved = level({ ...answered, status: 'solved', pausedAt: 2 * hour, paused: 0 }, 17);
  expect(solved).toMatchObject({ level: 'kept', pausedAt: null, paused: 15 * hour });
});
