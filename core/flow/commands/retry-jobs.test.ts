import { expect, test } from 'vitest';
import { flowWorld } from '../../../tests/support/flow-world.ts';
import { newId } from '../../db/new-id.ts';
import { enqueue, fail } from '../../job/index.ts';

test('failed jobs are tried again, and the incidents that told of them are closed; others stay as they are', async () => {
  // given two jobs of which one failed, each with an incident
  const world = await flowWorld();
  const { sql } = world;
  const later = Date.now() + 3_600_000;
  const job = { kind: 'flow.nobody', lane: 1 as const, payload: {}, dueAt: later };
  const [failed, waiting] = await enqueue(sql, [job, job]);
  await fail(sql, [failed!], 'It broke.');
  for (const id of [failed!, waiting!])
    await sql`insert into flow.incident (id, job_id, flow, version, code, message, params, at)
      values (${newId()}, ${id}, 'some', 1, 'job-failed', 'It broke.', '{}', now())`;
  // when
  expect(await world.flows.retryJobs({ actor: world.admin, ids: [failed!, waiting!] })).toBe(1);
  // then
  const rows = await sql<{ id: string; isFailed: boolean; isOpen: boolean }[]>`
    select job.id, failed_at is not null as "isFailed",
      resolved_at is null as "isOpen"
    from core.job join flow.incident on job_id = job.id order by due_at`;
  expect(rows.map(({ id, isFailed, isOpen }) => [id, isFailed, isOpen])).toEqual([
    [failed, false, false],
    [waiting, false, true],
  ]);
  await world.close();
});
