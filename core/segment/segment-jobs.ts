/** Jobs of segments: members after a change, the whole set after a new condition, and hourly what reads the time. */
import type { Sql } from '../db/connect.ts';
import { Problem } from '../errors.ts';
import {
  complete,
  enqueue,
  hold,
  type Job,
  type JobContext,
  type JobHandler,
  type JobPlace,
} from '../job/index.ts';
import { buildMembers } from './build-members.ts';
import { changeMembers, type SegmentParts } from './change-members.ts';
import type { ChangePayload } from './hear-changes.ts';
import { markFailed, readableSegments } from './readable-segments.ts';
import { segmentIds, segmentsById } from './segment-row.ts';

export const segmentPlace: JobPlace = {
  kinds: ['segment.build'],
  member: 'segment',
  pathsOf: async (sql, ids) => {
    const rows = await sql<{ id: string; by: string }[]>`
      select id, defined_by as by from core.segment where id = any(${[...ids]}::uuid[])`;
    return new Map(rows.map(({ id, by }) => [id, `/r/${encodeURIComponent(by)}/${id}`]));
  },
};

export interface SegmentJobParts extends SegmentParts {
  sql: Sql;
  /** Jobs for others were committed. */
  wake(): void;
}

/** Until writers that were at work when the segment changed have ended. */
const soon = 2_000;

export const segmentJobs = (parts: SegmentJobParts): JobHandler => ({
  kinds: ['segment.change', 'segment.build'],
  run: async (jobs, context) => {
    for (const job of jobs)
      if (job.kind === 'segment.change') await change(parts, job, context);
      else await build(parts, job, context);
  },
});

async function change(parts: SegmentJobParts, job: Job, { worker }: JobContext): Promise<void> {
  await parts.sql.begin(async (tx) => {
    if ((await hold(tx, [job.id], worker)).size === 0) return;
    // The cast: jobs of this kind are made by the subscriber and by `announce` alone.
    await changeMembers(tx, parts, job.payload as ChangePayload);
    await complete(tx, [job.id], worker);
  });
  parts.wake();
}

async function build(parts: SegmentJobParts, job: Job, { worker }: JobContext): Promise<void> {
  // The cast: as above.
  const { segment: id } = job.payload as { segment: string };
  try {
    await parts.sql.begin(async (tx) => {
      if ((await hold(tx, [job.id], worker)).size === 0) return;
      const [segment] = await segmentsById(tx, [id]);
      const built = segment ? await buildMembers(tx, parts, segment) : null;
      await complete(tx, [job.id], worker);
      if (built?.isEarly)
        await enqueue(tx, [
          { kind: 'segment.build', lane: 3, dueAt: parts.now() + soon, payload: { segment: id } },
        ]);
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A field that it reads is gone: people see it on the segment.
    await markFailed(parts.sql, id, error);
    await complete(parts.sql, [job.id], worker);
  }
  parts.wake();
}

/**
 * Builds anew what reads the time and was not looked at for an hour, and what can be read again; what cannot any more is
 * marked. Any number of nodes may ask.
 */
export async function refreshSegments(parts: Pick<SegmentJobParts, 'sql' | 'now' | 'models'>): Promise<void> {
  const { sql, now } = parts;
  const before = new Date(now() - 3_600_000);
  const all = await segmentsById(sql, await segmentIds(sql));
  const readable = await readableSegments(sql, parts, all);
  const rows = all.filter(({ id, state, readsTime, builtAt }) => {
    if (!readable.has(id)) return false;
    return state === 'failed' || (state === 'ready' && readsTime && builtAt !== null && builtAt < before);
  });
  await enqueue(
    sql,
    rows.map(({ id }) => ({
      kind: 'segment.build',
      lane: 3,
      dueAt: now(),
      key: `segment.time:${id}`,
      payload: { segment: id },
    })),
  );
}
