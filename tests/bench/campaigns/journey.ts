/** Everybody on a list enters a journey of five steps at once; measured until all of them wait at its fifth. */
import { flowFile, sequence } from '../flows/flow-file.ts';
import { untilCount } from '../flows/instances.ts';
import type { Figure } from '../figure.ts';
import type { World } from '../world.ts';
import { makeMembers } from './members.ts';

const key = 'bench-journey';
const atOnce = 1_000;

const xml = flowFile(
  key,
  `<bpmn:startEvent id="enter"><bpmn:signalEventDefinition signalRef="entered"/></bpmn:startEvent>
<bpmn:serviceTask id="split"><bpmn:extensionElements><relata:task type="campaigns.split">
  <relata:input name="test" value="'bench'"/><relata:input name="shares" value="{ 'mail': 90, 'none': 10 }"/>
  <relata:output variable="group" value="group"/></relata:task></bpmn:extensionElements></bpmn:serviceTask>
<bpmn:scriptTask id="greet" relata:resultVariable="greeting"><bpmn:script>'Dear ' &amp; $subject.name</bpmn:script></bpmn:scriptTask>
<bpmn:exclusiveGateway id="which" default="f_which_note"/>
<bpmn:scriptTask id="note" relata:resultVariable="isMailed"><bpmn:script>group = 'mail'</bpmn:script></bpmn:scriptTask>
<bpmn:intermediateCatchEvent id="week"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:endEvent id="end"/>
${sequence('enter', 'split', 'greet', 'which', 'note', 'week', 'end')}`,
)
  .replace(
    'name="everybody"/>',
    'name="everybody"/><bpmn:signal id="entered" name="campaigns.segment-entered.journey"/>',
  )
  .replace('isExecutable="true"', 'isExecutable="true" relata:subject="contact"');

export async function benchJourney(world: World, count: number): Promise<Figure[]> {
  const { relata, sql } = world;
  const { segment } = await makeMembers(world, { key: 'journey', count });
  const rows = await sql<{ id: string }[]>`
    delete from core.segment_member where segment_id = ${segment} returning record_id as id`;
  await relata.call('POST', '/api/flows', { xml });
  const began = performance.now();
  for (let from = 0; from < rows.length; from += atOnce)
    await relata.call('POST', `/api/segments/${segment}/members`, {
      add: rows.slice(from, from + atOnce).map(({ id }) => id),
    });
  await untilCount(world, { table: 'instance', key, count });
  const rate = (5 * count) / ((performance.now() - began) / 1000);
  return [
    {
      what: 'steps of members entering a journey',
      value: rate,
      unit: 'steps/s',
      against: 'at least 4,000',
      isMet: rate >= 4_000,
    },
  ];
}
