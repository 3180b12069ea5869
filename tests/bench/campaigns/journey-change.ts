/** A journey is changed while its members wait in it, and others go on entering: moved, and none lost or doubled. */
import { flowFile, sequence } from '../flows/flow-file.ts';
import { startMany, untilAllEnded, untilCount } from '../flows/instances.ts';
import type { Figure } from '../figure.ts';
import { memoryOf, type World } from '../world.ts';

const key = 'bench-change';
/** Enter while the others are moved. */
const late = 500;

const note = (id: string) => `<bpmn:serviceTask id="${id}"><bpmn:extensionElements>
  <relata:task type="core.create-record"><relata:input name="entity" value="'checklist'"/>
  <relata:input name="values" value="{ 'name': '${id} ' &amp; n }"/></relata:task>
</bpmn:extensionElements></bpmn:serviceTask>`;
const wait = `<bpmn:intermediateCatchEvent id="week"><bpmn:timerEventDefinition>
  <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration>
</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
const journey = (steps: string, ...order: readonly string[]): string =>
  flowFile(key, `<bpmn:startEvent id="s"/>${wait}${steps}<bpmn:endEvent id="e"/>${sequence(...order)}`);

interface Progress {
  state: string;
  total: number;
  done: number;
  failed: number;
}

export async function benchJourneyChange(world: World, count: number): Promise<Figure[]> {
  const { relata, sql } = world;
  await relata.call('POST', '/api/flows', { xml: journey(note('last'), 's', 'week', 'last', 'e') });
  await startMany(relata, { key, count });
  await untilCount(world, { table: 'instance', key, count });
  const memory = { before: (await memoryOf(relata.pid)).now, peak: 0 };
  const watching = setInterval(() => {
    void memoryOf(relata.pid).then(({ now }) => (memory.peak = Math.max(memory.peak, now)));
  }, 200);
  // A step is put in behind the week, as the designer does: a new version, then those who wait are moved.
  await relata.call('POST', '/api/flows', {
    xml: journey(note('news') + note('last'), 's', 'week', 'news', 'last', 'e'),
  });
  const began = performance.now();
  const { id } = await relata.call<{ id: string }>('POST', `/api/flows/${key}/migrate`, { from: 1, to: 2 });
  await startMany(relata, { key, count: late }, (n) => ({ n: count + n }));
  const moved = await untilMoved(world, id);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watching);
  const versions = await sql<{ version: number; count: number }[]>`
    select version, count(*)::int as count from flow.instance where flow = ${key} group by 1`;
  // A week later each goes through what the journey says now.
  await relata.call('POST', '/api/clock', { advance: 'P8D' }).catch((error: unknown) => {
    if (!String(error).includes('clock-busy')) throw error;
  });
  await untilAllEnded(world, key);
  const [wrong] = await sql<{ lost: number; doubled: number }[]>`
    with wanted as (select step || ' ' || n as name from generate_series(0, ${count + late - 1}::int) as n,
        unnest(array['news', 'last']) as step),
      found as (select name, count(*) as times from data.checklist where name ~ '^(news|last) [0-9]+$' group by name)
    select count(*) filter (where times is null)::int as lost, count(*) filter (where times > 1)::int as doubled
    from wanted left join found using (name)`;
  const stayed = versions.filter(({ version }) => version !== 2).reduce((sum, one) => sum + one.count, 0);
  return [
    { what: `${count} members moved to a changed journey`, value: seconds, unit: 's' },
    { what: 'members moved', value: moved.done / seconds, unit: 'members/s' },
    {
      ...{
        what: 'members refused, or left in the old journey',
        value: moved.failed + stayed,
        unit: 'members',
      },
      ...{ against: 'none', isMet: moved.failed + stayed === 0 },
    },
    {
      ...{ what: 'steps of the changed journey that a member missed', value: wrong!.lost, unit: 'steps' },
      ...{ against: 'none', isMet: wrong!.lost === 0 },
    },
    {
      ...{ what: 'steps of it that a member went through twice', value: wrong!.doubled, unit: 'steps' },
      ...{ against: 'none', isMet: wrong!.doubled === 0 },
    },
    { what: 'memory of the server before', value: memory.before, unit: 'MB' },
    { what: 'its peak while they were moved', value: memory.peak, unit: 'MB' },
  ];
}

async function untilMoved({ relata }: World, id: string): Promise<Progress> {
  for (;;) {
    const progress = await relata.call<Progress>('GET', `/api/operations/${id}`);
    if (progress.state === 'completed') return progress;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
