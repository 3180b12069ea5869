import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';
import type { Result, Variables } from '../step/types.ts';

test('a business rule task by a task type maps its result back', async () => {
  // given a rule that rates
  const tasks = { 'rules.rate': () => ({ ok: true as const, value: { rate: 7 } }) };
  // when the flow runs
  const flow = new Driver(await loadFlow('business-rule-task'), { tasks }).start();
  // then the rate is a variable
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { rate: 7 } });
});

test('a decision is told what is mapped, or all variables, and its result is kept', async () => {
  // given two decisions
  const told: Variables[] = [];
  const say =
    (value: number | string) =>
    (variables: Variables): Result => {
      told.push(variables);
      return { ok: true, value };
    };
  const decisions = { discount: say(5), tier: say('gold') };
  // when a flow asks both
  const flow = new Driver(await loadFlow('business-rule-task-decision'), { decisions });
  flow.start({ order: { amount: 50 } });
  // then each was told its own, and both results are variables
  expect(told).toEqual([{ amount: 100 }, { order: { amount: 50 }, rate: 5 }]);
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { rate: 5, tier: 'gold' } });
  expect(flow.effects.filter((effect) => effect.type === 'decide')).toMatchObject([
    { decision: 'discount', version: 'latest' },
    { decision: 'tier', version: 'deployment' },
  ]);
  // and history says how it came about
  const logged = flow.history.filter((entry) => entry.event === 'log');
  expect(logged).toMatchObject([
    { element: 't', data: { decision: 'discount', result: 5 } },
    { element: 'all' },
  ]);
});

test('a decision without a result stops the flow, and a retry asks again', async () => {
  // given a table in which two rules hit
  const failure = { code: 'decision.several-hit', message: '', expected: false, params: { rules: '1, 2' } };
  let isMended = false;
  const decisions = {
    discount: (): Result => (isMended ? { ok: true, value: 1 } : { ok: false, failure }),
    tier: (): Result => ({ ok: true, value: 'gold' }),
  };
  const flow = new Driver(await loadFlow('business-rule-task-decision'), { decisions });
  // when it is asked
  flow.start({ order: { amount: 1 } });
  // then there is an incident that says which
  const [incident] = flow.incidents.keys();
  expect(flow.summary.state).toBe('incident');
  expect(flow.incidents.get(incident!)).toMatchObject({
    code: 'decision.several-hit',
    params: { rules: '1, 2' },
  });
  // and after the table was mended a retry goes on
  isMended = true;
  flow.send({ type: 'retry', incident: incident! });
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { rate: 1 } });
});
