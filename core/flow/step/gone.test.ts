import { expect, test } from 'vitest';
import { Driver } from './testing/driver.ts';
import { chain, flowOf, processXml } from './testing/load-flow.ts';
import { close, takeOut, type Gone } from './gone.ts';
import type { Scope, State, Token } from './state.ts';

const scripts = (count: number, more: string): string =>
  processXml(
    `<bpmn:startEvent id="s"/><bpmn:scriptTask id="t" scriptFormat="jsonata" relata:resultVariable="r"><bpmn:script>loopCounter</bpmn:script>
    <bpmn:multiInstanceLoopCharacteristics relata:outputCollection="all" relata:outputElement="r"><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${count}</bpmn:loopCardinality>${more}</bpmn:multiInstanceLoopCharacteristics></bpmn:scriptTask>
    <bpmn:userTask id="u"/>${chain('s', 't', 'u')}`,
  );

test('many iterations that end in one step leave nothing, and the others can still be cancelled', async () => {
  // given 200 that all end, and as many of which 150 are enough
  const all = new Driver(await flowOf(scripts(200, ''))).start();
  const enough = `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">numberOfCompletedInstances >= 150</bpmn:completionCondition>`;
  const some = new Driver(await flowOf(scripts(200, enough))).start();
  // then one token is left behind them, in the process alone
  for (const { state } of [all, some])
    expect([state!.tokens.map(({ at }) => at), state!.scopes.length]).toEqual([['u'], 1]);
  expect(all.summary.variables['all']).toHaveLength(200);
  expect(some.summary.variables['all']).toHaveLength(150);
  expect(some.elements('completed').filter((id) => id === 't')).toHaveLength(150);
});

test.each([3, 40])('%i gaps are closed when somebody looks, in order, and not before', (count) => {
  // The casts: only ids are looked at.
  const list = (): unknown => Array.from({ length: 100 }, (_, id) => ({ id }));
  const rough = { tokens: list() as Token[], scopes: list() as Scope[] } as State;
  const run: { rough: State; gone: Gone | null } = { rough, gone: null };
  // when
  for (let id = 0; id < count; id++) takeOut(run, 'tokens', id * 2);
  takeOut(run, 'tokens', 99);
  // then
  expect(rough.tokens).toHaveLength(99);
  close(run);
  expect(rough.tokens.map(({ id }) => id)).toEqual(
    Array.from({ length: 99 }, (_, id) => id).filter((id) => id % 2 === 1 || id >= count * 2),
  );
  expect(rough.scopes).toHaveLength(100);
});
