/** Deploys every executable process of a file: all of them, or none with all that is wrong. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../access/actor.ts';
import { definitionChanged } from '../../configuration/index.ts';
import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { readSettings } from '../../identity/index.ts';
import type { DeployedFlow } from '../deploy/index.ts';
import { enqueue } from '../../job/index.ts';
import { retentionJob } from '../retention/plan-retention.ts';
import type { TestResult } from '../simulate/test-content.ts';
import { testDraft } from './flow-tests.ts';
import { listenForStarts } from './listen-for-starts.ts';
import type { FlowParts } from './parts.ts';
import { readFile, type ToldProblem } from './read-file.ts';

export interface DeployInput {
  actor: Actor;
  xml: string;
  /** Why it was made: for the list of versions. */
  note?: string;
  /** The version of a flow that was drawn on: refused when a newer one has been deployed since. */
  base?: { flow: string; version: number };
  /** The older version that this brings back. */
  restores?: number;
  /** Deploys in spite of tests of the flow that fail. */
  isUntested?: boolean;
}

export interface Deployed {
  flows: { key: string; name: string; version: number }[];
  warnings: ToldProblem[];
  /** Extensions of other tools: what each became (nothing where none is needed), and those without a counterpart. */
  translations: { element: string | null; from: string; to: string }[];
  untranslated: { element: string | null; from: string }[];
}

/** Problem `flow-refused` (422) with `errors` and `warnings`; `flow-moved` (409) with the version that is newer; `flow-tests-failed`. */
export async function deployFlows(parts: FlowParts, input: DeployInput): Promise<Deployed> {
  const { actor, xml, base } = input;
  const { flows, warnings, translated } = await readFile(parts, { actor, xml });
  if (!input.isUntested) await passTests(parts, { actor, flows });
  const stored = await parts.sql.begin(async (tx) => {
    const versions: Deployed['flows'] = [];
    // In the order of keys: two deployments of the same pools never wait for each other in a circle.
    for (const flow of flows.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
      versions.push({ key: flow.key, name: flow.name, version: await storeVersion(tx, parts, flow, input) });
    // What was drawn is deployed: no draft is left behind, not even by a tab that is closed now.
    if (base) await tx`delete from flow.draft where flow = ${base.flow} and actor_id = ${actor.id}`;
    if (flows.some((flow) => flow.graph.retention !== null))
      await enqueue(tx, [retentionJob(parts.clock.now())]);
    return versions;
  });
  parts.engine.wake();
  parts.changes.add({ flows: stored.map((flow) => flow.key) });
  return {
    flows: flows.map((flow) => stored.find((one) => one.key === flow.key)!),
    warnings,
    ...translated,
  };
}

/** Problem `flow-tests-failed` (422) with the `tests` that fail, and how it would go instead. */
async function passTests(
  parts: FlowParts,
  { actor, flows }: { actor: Actor; flows: DeployedFlow[] },
): Promise<void> {
  const failed: TestResult[] = [];
  for (const { key } of flows) {
    const results = await testDraft(parts, { actor, flow: key, draft: flows });
    failed.push(...results.filter((result) => !result.isPassed));
  }
  if (failed.length > 0)
    throw new Problem({
      status: 422,
      code: 'flow-tests-failed',
      params: { count: failed.length },
      extra: { tests: failed.map(({ id, name, differences }) => ({ id, name, differences })) },
    });
}

/** The same XML as the latest version keeps that version. */
async function storeVersion(
  tx: Tx,
  parts: FlowParts,
  flow: DeployedFlow,
  { actor, note, base, restores }: DeployInput,
): Promise<number> {
  await tx`select pg_advisory_xact_lock(hashtextextended('flow:' || ${flow.key}, 0))`;
  const checksum = createHash('sha256').update(flow.xml).digest('hex');
  const [latest] = await tx<{ version: number; checksum: string }[]>`
    select version, checksum from flow.definition where key = ${flow.key} order by version desc limit 1`;
  if (latest?.checksum === checksum) return latest.version;
  const drawnOn = base?.flow === flow.key ? base.version : null;
  if (drawnOn !== null && drawnOn !== (latest?.version ?? 0))
    throw new Problem({
      status: 409,
      code: 'flow-moved',
      params: { flow: flow.name || flow.key, base: drawnOn, latest: latest?.version ?? 0 },
    });
  const version = (latest?.version ?? 0) + 1;
  const now = parts.clock.now();
  await tx`
    insert into flow.definition (key, version, name, graph, xml, checksum, deployed_at, deployed_by, note, drawn_on, restores)
    values (${flow.key}, ${version}, ${flow.name}, ${JSON.stringify(flow.graph)}::text::json, ${flow.xml}, ${checksum},
      to_timestamp(${now}::float8 / 1000), ${JSON.stringify({ id: actor.id, title: actor.name })}::text::jsonb, ${note?.trim() || null}, ${drawnOn},
      ${restores ?? null})`;
  const { timeZone, calendar, calendars } = await readSettings(tx);
  const place = { timeZone, calendar, calendars };
  await listenForStarts(tx, { flow: flow.key, version, graph: flow.graph, now, ...place });
  await definitionChanged(tx, {
    kind: 'flow',
    id: flow.key,
    title: flow.name || flow.key,
    before: latest ? { version: latest.version } : null,
    after: { version, ...(note?.trim() && { note: note.trim() }) },
    actor: actor.userId ?? actor.id,
    at: now,
  });
  return version;
}
