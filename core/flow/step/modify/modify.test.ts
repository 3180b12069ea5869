import { describe, expect, test } from 'vitest';
import type { Change } from './change.ts';
import { checkChanges } from './check-changes.ts';
import { Driver } from '../testing/driver.ts';
import { chain, flowOf, processXml } from '../testing/load-flow.ts';

const flow = async (): Promise<Driver> =>
  new Driver(
    await flowOf(
      processXml(`
      <bpmn:startEvent id="s"/><bpmn:parallelGateway id="split"/><bpmn:userTask id="a"/><bpmn:userTask id="b"/>
      <bpmn:parallelGateway id="join"/><bpmn:userTask id="after" name="After all"/><bpmn:endEvent id="e"/>
      <bpmn:subProcess id="sub" name="Check"><bpmn:startEvent id="si"/><bpmn:userTask id="inside" name="Look"/><bpmn:endEvent id="ei"/>${chain('si', 'inside', 'ei')}</bpmn:subProcess>
      <bpmn:subProcess id="many" name="Many"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics><bpmn:userTask id="each" name="Each"/></bpmn:subProcess>
      ${chain('many', 'e')}
      ${chain('s', 'split', 'a', 'join', 'after', 'sub', 'e')}${chain('split', 'b', 'join')}`),
    ),
  ).start();

const at = (driver: Driver, element: string): number =>
  driver.state!.tokens.find((token) => token.at === element)!.id;
const modify = (driver: Driver, ...changes: Change[]): Driver => driver.send({ type: 'modify', changes });
const standing = (driver: Driver): string[] => driver.summary.tokens.map((token) => token.element).sort();

describe('tokens are put elsewhere', () => {
  test('moved: what waited there is cancelled, and the element begins anew elsewhere', async () => {
    const driver = await flow();
    modify(driver, { do: 'move', token: at(driver, 'a'), to: 'after' });
    expect(standing(driver)).toEqual(['after', 'b']);
    expect(driver.waiting).toEqual(['after', 'b']);
    expect(driver.elements('cancelled')).toEqual(['a']);
  });

  test('added and cancelled at once', async () => {
    const driver = await flow();
    modify(driver, { do: 'cancel', token: at(driver, 'a') }, { do: 'add', to: 'after' });
    expect(standing(driver)).toEqual(['after', 'b']);
  });

  test('moved to a join, it counts for the flow that has brought none', async () => {
    const driver = (await flow()).fire('b');
    modify(driver, { do: 'move', token: at(driver, 'a'), to: 'join' });
    expect(standing(driver)).toEqual(['after']);
  });

  test('moved into a sub-process, it begins at its start; out of it, the empty sub-process is cancelled', async () => {
    const driver = (await flow()).fire('a').fire('b');
    modify(driver, { do: 'move', token: at(driver, 'after'), to: 'sub' });
    expect(standing(driver)).toEqual(['inside', 'sub']);
    modify(driver, { do: 'move', token: at(driver, 'inside'), to: 'after' });
    expect(standing(driver)).toEqual(['after']);
    expect(driver.elements('cancelled')).toEqual(['after', 'inside', 'sub']);
    expect(driver.state!.scopes).toHaveLength(1);
  });

  test('added inside a sub-process that does not run, it begins around it; twice is still one', async () => {
    // given a sub-process in another, with a timer on it and data mapped into it, and nobody inside yet
    const driver = new Driver(
      await flowOf(
        processXml(`
        <bpmn:startEvent id="s"/><bpmn:userTask id="a"/><bpmn:endEvent id="e"/>
        <bpmn:subProcess id="outer"><bpmn:startEvent id="so"/><bpmn:endEvent id="eo"/>
          <bpmn:subProcess id="inner"><bpmn:extensionElements><relata:in source="n * 2" target="m"/><relata:out source="m" target="done"/></bpmn:extensionElements>
            <bpmn:startEvent id="si"/><bpmn:userTask id="first"/><bpmn:userTask id="second"/><bpmn:userTask id="third"/><bpmn:endEvent id="ei"/>${chain('si', 'first', 'second', 'third', 'ei')}</bpmn:subProcess>
          ${chain('so', 'inner', 'eo')}</bpmn:subProcess>
        <bpmn:boundaryEvent id="late" attachedToRef="outer"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
        <bpmn:endEvent id="el"/>${chain('late', 'el')}${chain('s', 'a', 'outer', 'e')}`),
      ),
    ).start({ n: 4 });
    // when one token is put into it twice, in one go
    modify(driver, { do: 'move', token: at(driver, 'a'), to: 'second' }, { do: 'add', to: 'third' });
    // then it runs once, as if it had begun by itself, but for where it stands
    expect(standing(driver)).toEqual(['inner', 'outer', 'second', 'third']);
    expect(driver.waiting).toEqual(['late', 'second', 'third']);
    expect(driver.elements('entered')).not.toContain('first');
    driver.fire('second').fire('third').fire('third');
    expect(driver.summary).toMatchObject({ state: 'completed', variables: { done: 8 } });
  });

  test('with variables, and noted with who did it', async () => {
    const driver = await flow();
    const changes: Change[] = [{ do: 'move', token: at(driver, 'a'), to: 'after' }];
    driver.send({ type: 'modify', changes, variables: { why: 'late' } });
    expect(driver.summary.variables).toEqual({ why: 'late' });
    expect(driver.history.find((entry) => entry.event === 'log')?.data).toEqual({
      modified: { by: 'u1', changes: [{ do: 'move', from: 'a', to: 'after' }] },
    });
  });
});

test('what is cancelled in an ad-hoc sub-process leaves it open for what people choose next', async () => {
  // given one in which somebody began the wrong activity
  const driver = new Driver(
    await flowOf(
      processXml(
        `<bpmn:startEvent id="s"/><bpmn:adHocSubProcess id="adhoc"><bpmn:userTask id="wrong"/><bpmn:userTask id="right"/><bpmn:completionCondition>'right' in completed</bpmn:completionCondition></bpmn:adHocSubProcess><bpmn:userTask id="after"/>${chain('s', 'adhoc', 'after')}`,
      ),
    ),
  ).start();
  const scope = driver.summary.scopes[0]!.id;
  driver.send({ type: 'activate', scope, elements: ['wrong'] });
  // when that is cancelled
  const cancelled = { do: 'cancel', token: at(driver, 'wrong') } as const;
  expect(checkChanges(driver.graph, driver.state!, [cancelled])).toEqual([]);
  modify(driver, cancelled);
  // then another can begin, and the flow goes on behind it
  expect(standing(driver)).toEqual(['adhoc']);
  driver.send({ type: 'activate', scope, elements: ['right'] }).fire('right');
  expect(driver.waiting).toEqual(['after']);
});

test('nothing is put where only compensation comes', async () => {
  const driver = new Driver(
    await flowOf(
      processXml(
        `<bpmn:startEvent id="s"/><bpmn:userTask id="a"/>${chain('s', 'a')}<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent><bpmn:task id="undo" isForCompensation="true"/><bpmn:association id="to" sourceRef="b" targetRef="undo"/>`,
      ),
    ),
  ).start();
  for (const to of ['undo', 'b'])
    expect(checkChanges(driver.graph, driver.state!, [{ do: 'move', token: at(driver, 'a'), to }])).toEqual([
      { index: 0, code: 'modify-undoes', params: { element: to } },
    ]);
});

test('what does not fit is all said at once, and nothing is done', async () => {
  const driver = await flow();
  const a = at(driver, 'a');
  const b = at(driver, 'b');
  const said = (...changes: Change[]) => {
    const before = JSON.stringify(driver.state);
    modify(driver, ...changes);
    expect(JSON.stringify(driver.state)).toBe(before);
    return checkChanges(driver.graph, driver.state!, changes);
  };
  expect(
    said(
      { do: 'move', token: 999, to: 'after' },
      { do: 'move', token: a, to: 'nowhere' },
      { do: 'cancel', token: a },
      { do: 'add', to: 'each' },
      { do: 'add', to: 'after', scope: 77 },
    ),
  ).toEqual([
    { index: 0, code: 'modify-token-gone', params: {} },
    { index: 1, code: 'modify-element-unknown', params: { element: 'nowhere' } },
    { index: 2, code: 'modify-token-twice', params: {} },
    { index: 3, code: 'modify-scope-closed', params: { element: 'Each', scope: 'Many' } },
    { index: 4, code: 'modify-scope-unknown', params: { element: 'After all', scope: 'p' } },
  ]);
  expect(said({ do: 'cancel', token: a }, { do: 'cancel', token: b })).toEqual([
    { index: 1, code: 'modify-nothing-left', params: {} },
  ]);
});
