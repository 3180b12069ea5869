import { expect, test } from 'vitest';
import { stuckTokens } from './stuck.ts';
import { Driver } from './testing/driver.ts';
import { chain, flowOf, processXml } from './testing/load-flow.ts';

const branch = async (variables: { both: boolean }): Promise<Driver> =>
  new Driver(
    await flowOf(
      processXml(`
      <bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x" default="f_x_a"/><bpmn:userTask id="a"/><bpmn:userTask id="b"/>
      <bpmn:parallelGateway id="split"/><bpmn:userTask id="c"/><bpmn:userTask id="d"/>
      <bpmn:parallelGateway id="join"/><bpmn:endEvent id="e"/>
      ${chain('s', 'x', 'a', 'join', 'e')}${chain('b', 'split', 'c', 'join')}${chain('split', 'd', 'join')}
      <bpmn:sequenceFlow id="f_x_b" sourceRef="x" targetRef="b"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">both</bpmn:conditionExpression></bpmn:sequenceFlow>`),
    ),
  ).start(variables);

const reasons = ({ graph, state }: Driver) => stuckTokens(graph, state!);

test('a join that can still fill is not stuck', async () => {
  expect(reasons(await branch({ both: false }))).toEqual([]);
  expect(reasons((await branch({ both: true })).fire('b').fire('c'))).toMatchObject([
    { join: 'join', missing: ['f_a_join'] },
  ]);
});

test('a join that misses what can never come is stuck, and names the flows', async () => {
  const driver = (await branch({ both: false })).fire('a');
  expect(reasons(driver)).toEqual([
    { token: driver.state!.tokens[0]!.id, join: 'join', missing: ['f_c_join', 'f_d_join'] },
  ]);
});

test('two joins that wait for each other are both stuck', async () => {
  const driver = new Driver(
    await flowOf(
      processXml(`
      <bpmn:startEvent id="s"/><bpmn:parallelGateway id="split"/><bpmn:userTask id="a"/><bpmn:userTask id="b"/>
      <bpmn:parallelGateway id="one"/><bpmn:parallelGateway id="two"/><bpmn:endEvent id="e"/>
      ${chain('s', 'split', 'a', 'one', 'two', 'e')}${chain('split', 'b', 'two', 'one')}`),
    ),
  ).start();
  expect(reasons(driver.fire('a'))).toEqual([]);
  expect(reasons(driver.fire('b')).map(({ join, missing }) => [join, missing])).toEqual([
    ['one', ['f_two_one']],
    ['two', ['f_one_two']],
  ]);
});
