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
    { kind: 'join', at: 'join', missing: ['f_a_join'] },
  ]);
});

test('a join that misses what can never come is stuck, and names the flows', async () => {
  const driver = (await branch({ both: false })).fire('a');
  expect(reasons(driver)).toEqual([
    { token: driver.state!.tokens[0]!.id, at: 'join', kind: 'join', missing: ['f_c_join', 'f_d_join'] },
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
  expect(reasons(driver.fire('b')).map(({ at, missing }) => [at, missing])).toEqual([
    ['one', ['f_two_one']],
    ['two', ['f_one_two']],
  ]);
});

const told = (driver: Driver): [string, string, string[]][] =>
  reasons(driver).map(({ at, kind, missing }) => [at, kind, missing]);

test('an inclusive join that waits for what stands at a join that never fills is stuck with it', async () => {
  // given two ways to an inclusive join, one of them over a parallel join that misses a token
  const driver = new Driver(
    await flowOf(
      processXml(`
      <bpmn:startEvent id="s"/><bpmn:parallelGateway id="split"/><bpmn:userTask id="a"/><bpmn:userTask id="b"/>
      <bpmn:exclusiveGateway id="x" default="f_x_and"/><bpmn:userTask id="never"/>
      <bpmn:parallelGateway id="and"/><bpmn:inclusiveGateway id="or"/><bpmn:endEvent id="e"/>
      ${chain('s', 'split', 'a', 'or', 'e')}${chain('split', 'b', 'x', 'and', 'or')}${chain('never', 'and')}
      <bpmn:sequenceFlow id="f_x_never" sourceRef="x" targetRef="never"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">false</bpmn:conditionExpression></bpmn:sequenceFlow>`),
    ),
  ).start();
  // when
  driver.fire('a');
  expect(told(driver)).toEqual([]);
  driver.fire('b');
  // then
  expect(told(driver)).toEqual([
    ['or', 'inclusive', ['f_and_or']],
    ['and', 'join', ['f_never_and']],
  ]);
});

test('a complex gateway whose condition nothing more can fulfil is stuck', async () => {
  const driver = new Driver(
    await flowOf(
      processXml(`
      <bpmn:startEvent id="s"/><bpmn:parallelGateway id="split"/><bpmn:userTask id="a"/><bpmn:userTask id="b"/>
      <bpmn:complexGateway id="three"><bpmn:activationCondition xsi:type="bpmn:tFormalExpression">activationCount >= 3</bpmn:activationCondition></bpmn:complexGateway>
      <bpmn:endEvent id="e"/>
      ${chain('s', 'split', 'a', 'three', 'e')}${chain('split', 'b', 'three')}`),
    ),
  ).start();
  expect(told(driver.fire('a'))).toEqual([]);
  expect(told(driver.fire('b'))).toEqual([
    ['three', 'complex', []],
    ['three', 'complex', []],
  ]);
});

test('an activity that begins with two tokens and gets one is stuck, as is an outer join that waits for its scope', async () => {
  const driver = new Driver(
    await flowOf(
      processXml(`
      <bpmn:startEvent id="s"/><bpmn:parallelGateway id="split"/><bpmn:userTask id="a"/>
      <bpmn:subProcess id="inside"><bpmn:startEvent id="si"/><bpmn:userTask id="first"/>
        <bpmn:userTask id="two" startQuantity="2"/><bpmn:endEvent id="ei"/>${chain('si', 'first', 'two', 'ei')}</bpmn:subProcess>
      <bpmn:parallelGateway id="join"/><bpmn:endEvent id="e"/>
      ${chain('s', 'split', 'a', 'join', 'e')}${chain('split', 'inside', 'join')}`),
    ),
  ).start();
  expect(told(driver.fire('a'))).toEqual([]);
  expect(told(driver.fire('first'))).toEqual([
    ['join', 'join', ['f_inside_join']],
    ['two', 'quantity', []],
  ]);
});

test('a condition on variables is stuck once nothing else in the instance can move', async () => {
  const driver = new Driver(
    await flowOf(
      processXml(`
      <bpmn:startEvent id="s"/><bpmn:parallelGateway id="split"/><bpmn:userTask id="a"/>
      <bpmn:intermediateCatchEvent id="paid"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">amount > 5</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>
      <bpmn:endEvent id="e"/><bpmn:endEvent id="f"/>
      ${chain('s', 'split', 'a', 'e')}${chain('split', 'paid', 'f')}`),
    ),
  ).start({ amount: 1 });
  expect(told(driver)).toEqual([]);
  expect(told(driver.fire('a'))).toEqual([['paid', 'condition', []]]);
});
