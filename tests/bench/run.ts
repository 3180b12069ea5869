/**
 * `npm run bench -- [import] [list] [designer] [redemptions] [reports] [service] [fields] [flows] [campaigns] [size] [--contacts=1000000]
 * [--instances=100000] [--timers=1000000] [--members=100000] [--rows=2000000] [--seconds=10]`, where `flows` is all of `branch completions timers iterations
 * first-wait signal lanes nodes`, and `campaigns` of `mailing journey journey-change segments`:
 * measures a real server on a PostgreSQL of its own, and in the same run the floors below it and a peer beside it.
 * Machines differ: the ratio counts. Prints a table and writes `test-results/bench.json`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDesigner } from './bench-designer.ts';
import { benchFields } from './bench-fields.ts';
import { benchImport } from './bench-import.ts';
import { benchInbound } from './bench-inbound.ts';
import { benchList } from './bench-list.ts';
import { benchRedemptions } from './bench-redemptions.ts';
import { benchSize } from './bench-size.ts';
import { benchJourney } from './campaigns/journey.ts';
import { benchJourneyChange } from './campaigns/journey-change.ts';
import { benchMailing } from './campaigns/mailing.ts';
import { benchSegments } from './campaigns/segments.ts';
import { startSink } from './campaigns/start-sink.ts';
import { benchBranch } from './flows/branch.ts';
import { benchCompletions } from './flows/completions.ts';
import { benchFirstWait } from './flows/first-wait.ts';
import { benchIterations } from './flows/iterations.ts';
import { benchLanes } from './flows/lanes.ts';
import { benchNodes } from './flows/nodes.ts';
import { benchSignal } from './flows/signal.ts';
import { benchTimers } from './flows/timers.ts';
import { benchReports } from './reports/bench-reports.ts';
import { printTable, type Figure } from './figure.ts';
import { openWorld, type World } from './world.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    contacts: { type: 'string', default: '1000000' },
    instances: { type: 'string', default: '100000' },
    timers: { type: 'string', default: '1000000' },
    members: { type: 'string', default: '100000' },
    rows: { type: 'string', default: '2000000' },
    seconds: { type: 'string', default: '10' },
  },
});
const sizes = {
  contacts: Number(values.contacts),
  instances: Number(values.instances),
  timers: Number(values.timers),
  members: Number(values.members),
  rows: Number(values.rows),
  seconds: Number(values.seconds),
};
const root = join(import.meta.dirname, '../..');
const onServer: Record<string, (world: World, given: typeof sizes) => Promise<Figure[]>> = {
  import: benchImport,
  list: benchList,
  designer: benchDesigner,
  redemptions: benchRedemptions,
  reports: benchReports,
  service: benchInbound,
  fields: benchFields,
};
const flows: typeof onServer = {
  branch: benchBranch,
  completions: benchCompletions,
  iterations: benchIterations,
  'first-wait': benchFirstWait,
  signal: benchSignal,
  lanes: benchLanes,
  nodes: benchNodes,
  timers: benchTimers,
};
const sink = await startSink();
const campaigns: typeof onServer = {
  mailing: (world, { members }) => benchMailing(world, members, sink),
  journey: (world, { members }) => benchJourney(world, members),
  'journey-change': (world, { members }) => benchJourneyChange(world, Math.ceil(members / 2)),
  segments: (world, { contacts }) => benchSegments(world, contacts),
};
Object.assign(onServer, flows, campaigns);
/** They get a server whose clock may be moved. */
const movesClock: ReadonlySet<string> = new Set(['timers', 'journey-change']);
const groups: Record<string, typeof onServer> = { flows, campaigns };

/** One that breaks off does not take the others with it. */
async function measured(name: string, world: World): Promise<Figure[]> {
  try {
    return (await onServer[name]?.(world, sizes)) ?? [];
  } catch (error) {
    console.error(error, `\nThe server said:\n${world.relata.output().slice(-4000)}`);
    return [{ what: `${name} broke off`, value: 0, unit: '', isMet: false }];
  }
}

const asked = positionals.length > 0 ? positionals : [...Object.keys(onServer), 'size'];
const wanted = asked.flatMap((name) => Object.keys(groups[name] ?? { [name]: true }));
const unknown = wanted.filter((name) => name !== 'size' && !(name in onServer));
if (unknown.length > 0) {
  console.error(
    `No such figure: ${unknown.join(', ')}. There are ${Object.keys(onServer).join(', ')}, flows, campaigns, size.`,
  );
  process.exit(2);
}

const figures: Figure[] = [];
const parts = wanted.filter((name) => name in onServer);
for (const hasTestClock of [false, true]) {
  const names = parts.filter((name) => movesClock.has(name) === hasTestClock);
  if (names.length === 0) continue;
  const world = await openWorld({ hasTestClock, environment: { SMTP_URL: sink.url } });
  try {
    for (const name of names) {
      console.log(`── ${name}`);
      const own = await measured(name, world);
      // At once as well: a long run that is broken off has said what it knows.
      printTable(own);
      figures.push(...own);
    }
  } finally {
    await world.close();
  }
}
sink.close();
if (wanted.includes('size')) figures.push(...(await benchSize(root)));

printTable(figures);
const report = {
  at: new Date().toISOString(),
  machine: { cores: cpus().length, processor: cpus()[0]?.model, memory: totalmem(), node: process.version },
  sizes,
  figures,
};
await mkdir(join(root, 'test-results'), { recursive: true });
await writeFile(join(root, 'test-results/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
process.exit(figures.every((figure) => figure.isMet !== false) ? 0 : 1);
