import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a service task calls its task type with mapped inputs and maps the result back', async () => {
  // given a task type that answers with the previous stage
  const flow = new Driver(await loadFlow('service-task'));
  // when a token comes there
  flow.start({ amount: 4 });
  // then the call carries inputs, retries and a key that stays the same
  expect([...flow.calls.values()]).toMatchObject([
    {
      element: 't',
      task: 'sales.set-stage',
      input: { stage: 'won', n: 8 },
      retries: { times: 5, backoffMs: 60_000 },
      idempotencyKey: 'i1:t:2',
    },
  ]);
  // and when it is answered, the outputs are variables
  flow.answer('t', { ok: true, value: { previous: 'lost' } });
  expect(flow.summary).toMatchObject({
    state: 'completed',
    variables: { amount: 4, before: 'lost', all: { previous: 'lost' } },
  });
});

test('a failed call is an incident, and its retry calls again with a new key', async () => {
  // given a call that failed after all retries of the shell
  const flow = new Driver(await loadFlow('service-task')).start({ amount: 4 });
  flow.answer('t', {
    ok: false,
    failure: { code: 'task.failed', message: 'The server is away', expected: false },
  });
  expect(flow.summary.state).toBe('incident');
  expect([...flow.incidents.values()]).toMatchObject([
    { element: 't', code: 'task.failed', message: 'The server is away' },
  ]);
  // when a person retries
  flow.send({ type: 'retry', incident: [...flow.incidents.keys()][0]! });
  // then it is called anew, and the incident is gone
  expect(flow.incidents.size).toBe(0);
  expect([...flow.calls.values()].map((call) => call.idempotencyKey)).toEqual(['i1:t:4']);
  flow.answer('t', { ok: true, value: { previous: 'lost' } });
  expect(flow.summary.state).toBe('completed');
});

test('an output that cannot be mapped is an incident whose retry does not call again', async () => {
  // given a result without the name that the output reads
  const flow = new Driver(await loadFlow('service-task')).start({ amount: 4 });
  flow.answer('t', { ok: true, value: {} });
  expect([...flow.incidents.values()]).toMatchObject([
    { element: 't', code: 'expression.name-unknown', expression: 'previous', input: {} },
  ]);
  // when it is retried without a repair
  flow.send({ type: 'retry', incident: [...flow.incidents.keys()][0]! });
  // then the same incident is there again, and nothing was called
  expect(flow.calls.size).toBe(0);
  expect(flow.incidents.size).toBe(1);
});

test('an expected failure goes to the error boundary event with its code', async () => {
  // given a boundary event for the code
  const flow = new Driver(await loadFlow('service-task-error')).start();
  // when the task type fails with it
  flow.answer('t', {
    ok: false,
    failure: { code: 'stage-closed', message: 'Closed deals stay', expected: true },
  });
  // then the flow goes on behind the boundary event, which says what was caught
  expect(flow.summary).toMatchObject({
    state: 'completed',
    variables: { code: 'stage-closed', why: 'Closed deals stay' },
  });
  expect(flow.elements('failed')).toEqual(['t']);
  expect(flow.elements('completed')).toEqual(['s', 'b', 'e2']);
});

test('an expected failure that nobody catches fails the instance', async () => {
  // given a boundary event for another code; when the task type fails
  const flow = new Driver(await loadFlow('service-task-error')).start();
  flow.answer('t', { ok: false, failure: { code: 'other', message: 'No', expected: true } });
  // then the instance has failed with that code
  expect(flow.summary.state).toBe('failed');
  expect(flow.effects.at(-1)).toEqual({
    type: 'ended',
    state: 'failed',
    error: { code: 'other', message: 'No' },
  });
});
