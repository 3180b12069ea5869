/** A flow with a wait of every kind, and the people and systems around it, who try again when they are not answered. */
import type { Sql } from '../../../core/db/connect.ts';
import { process as bpmn, script, sequence, service } from '../../support/flow-world.ts';
import { adminKey, type RelataProcess } from '../../support/relata-process.ts';
import { until } from '../until.ts';

export const journeyFlow = (url: string): string =>
  bpmn(
    'journey',
    `<bpmn:startEvent id="s"/>${script('double', 'n * 2', 'twice')}${service('make', 'core.create-record', {
      inputs: [
        `name="entity" value="'account'"`,
        `name="values" value="{'name': 'Account ' &amp; $string(n)}"`,
      ],
    })}
    <bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>
    <bpmn:userTask id="ask" name="Ask"/>
    <bpmn:intermediateCatchEvent id="second"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    ${service('call', 'core.http-request', { inputs: [`name="method" value="'POST'"`, `name="url" value="'${url}'"`, 'name="body" value="n"'] })}
    <bpmn:intermediateThrowEvent id="send"><bpmn:messageEventDefinition messageRef="m" relata:correlationKey="n"/></bpmn:intermediateThrowEvent>
    <bpmn:intermediateCatchEvent id="hear"><bpmn:messageEventDefinition messageRef="m" relata:correlationKey="n"/></bpmn:intermediateCatchEvent>
    <bpmn:subProcess id="each"><bpmn:multiInstanceLoopCharacteristics isSequential="true" relata:collection="[1, 2]" relata:elementVariable="part"/>
      <bpmn:startEvent id="es"/>${service('part', 'core.create-record', {
        inputs: [
          `name="entity" value="'account'"`,
          `name="values" value="{'name': 'Part ' &amp; $string(part)}"`,
        ],
      })}<bpmn:endEvent id="ee"/>${sequence('es', 'part', 'ee')}</bpmn:subProcess>
    <bpmn:endEvent id="e"/>
    ${sequence('s', 'double', 'make', 'fork', 'ask', 'join', 'each', 'e')}
    ${sequence('fork', 'second', 'call', 'join')}${sequence('fork', 'send', 'join')}${sequence('fork', 'hear', 'join')}`,
    { extra: '<bpmn:message id="m" name="journey.told"/>' },
  );

export interface Journey {
  /** The server as it is now: another one after a kill. */
  relata(): Promise<RelataProcess>;
  sql: Sql;
}

/** Starts one and does what people do until it has ended; whoever gets no answer asks again. */
export async function travel({ relata, sql }: Journey): Promise<void> {
  const begin = async (): Promise<boolean> => {
    const server = await relata();
    // A request that was never answered may be repeated after a minute, which has passed.
    await sql`update core.idempotency set created_at = created_at - interval '2 minutes' where status is null`;
    const answer = await fetch(`${server.url}/api/flows/journey/instances`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${adminKey}`,
        'content-type': 'application/json',
        'idempotency-key': 'journey-begins',
      },
      body: '{"variables":{"n":7}}',
    });
    return answer.status === 201;
  };
  await until('the journey begins', begin, 120);
  const isOver = async (): Promise<boolean> => {
    const server = await relata();
    const { items } = await server.call<{ items: { id: string }[] }>('GET', '/api/work-items?limit=5');
    for (const { id } of items)
      await server
        .call('POST', `/api/work-items/${id}/complete`, { variables: { answer: 'yes' } })
        .catch(() => {});
    return (await sql`select 1 from flow.finished`).length === 1;
  };
  await until('the journey ends', isOver, 120);
  // A click that was stored before a kill comes back when its lease is seen to be dead, and finds itself done.
  const left = () =>
    sql`select 1 from core.job where kind like 'flow.%' and kind not in ('flow.retention', 'flow.timer-start')`;
  await until('nothing is left to do', async () => (await left()).length === 0, 90);
}

/** What is left of a journey: the same however often the server was killed. Times and ids are left out. */
export async function remains(sql: Sql): Promise<unknown> {
  const [finished] = await sql`select status, variables, error from flow.finished`;
  // In packed history an entry begins with the element and what happened to it.
  const history = await sql`
    select e->>0 as element, (e->>1)::int as event, count(*)::int as times
    from flow.history, json_array_elements(entries) e group by 1, 2 order by 1, 2`;
  const accounts = await sql`select name, version from data.account order by name`;
  const events = await sql`
    select type, count(*)::int as times from core.event where entity = 'account' group by 1 order by 1`;
  const workItems = await sql`select element, state from flow.work_item`;
  const left = await sql`
    select kind from core.job where kind like 'flow.%' and kind not in ('flow.retention', 'flow.timer-start') union all select kind from flow.subscription
    union all select code from flow.incident where resolved_at is null union all select name from flow.message`;
  return { finished, history: [...history], accounts: [...accounts], events, workItems, left: [...left] };
}
