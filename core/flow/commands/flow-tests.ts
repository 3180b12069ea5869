/** Trials that were kept: listed, run on demand, and by every deployment. */
import type { Actor } from '../../access/actor.ts';
import { newId } from '../../db/new-id.ts';
import { notFound, Problem } from '../../errors.ts';
import type { FlowTest, TestContent, TestResult } from '../simulate/test-content.ts';
import type { DraftFlow } from '../simulate/types.ts';
import type { FlowParts, Page, Reference } from './parts.ts';
import { draftOf, type SimulateInput } from './simulate-flow.ts';
import { writeFlowTest } from './write-flow-test.ts';

export interface FlowTestItem {
  id: string;
  flow: string;
  name: string;
  createdAt: Date;
  createdBy: Reference;
  /** How it is to end, in the words of whoever kept it. */
  expects: string;
}

/** Tries the record anew, and keeps what it began with and how it went. */
export async function keepFlowTest(
  parts: FlowParts,
  { name, xml, ...input }: SimulateInput & { name: string },
): Promise<FlowTestItem> {
  const { actor, flow } = input;
  const draft = await draftOf(parts, { ...input, xml });
  const outcome = await parts.engine.simulate({ ask: 'keep', input: { ...input, draft } });
  if (!outcome.ok) throw new Problem(outcome.problem);
  // The door answers this question so.
  const content = outcome.value as TestContent;
  const [id, at] = [newId(), parts.clock.now()];
  await parts.sql.begin((tx) => writeFlowTest(tx, { id, kept: { flow, name, content }, actor, at }));
  return {
    id,
    flow,
    name,
    createdAt: new Date(at),
    createdBy: { id: actor.id, title: actor.name },
    expects: content.expected.why,
  };
}

export async function listFlowTests({ sql }: FlowParts, flow: string): Promise<Page<FlowTestItem>> {
  const items = await sql<FlowTestItem[]>`
    select id, flow, name, created_at as "createdAt", created_by as "createdBy",
      content->'expected'->>'why' as expects
    from flow.test where flow = ${flow} order by id`;
  return { items: [...items], next: null };
}

export async function dropFlowTest(
  { sql, clock }: FlowParts,
  { actor, flow, id }: { actor: Actor; flow: string; id: string },
): Promise<void> {
  const wasThere = await sql.begin(async (tx) => {
    const [found] = await tx`select 1 from flow.test where flow = ${flow} and id = ${id}`;
    return found !== undefined && writeFlowTest(tx, { id, kept: null, actor, at: clock.now() });
  });
  if (!wasThere) throw notFound('flow-test', id);
}

/** Against the file, else against the version that runs. */
export async function runFlowTests(
  parts: FlowParts,
  { actor, flow, xml }: { actor: Actor; flow: string; xml?: string },
): Promise<{ results: TestResult[] }> {
  const draft = await draftOf(parts, { actor, flow, xml });
  return { results: await testDraft(parts, { actor, flow, draft }) };
}

/** A flow without tests asks nobody. */
export async function testDraft(
  parts: FlowParts,
  { actor, flow, draft }: { actor: Actor; flow: string; draft: DraftFlow[] | null },
): Promise<TestResult[]> {
  const tests = await parts.sql<FlowTest[]>`
    select id, flow, name, content from flow.test where flow = ${flow} order by id`;
  if (tests.length === 0) return [];
  const outcome = await parts.engine.simulate({
    ask: 'test',
    input: { actor, flow, draft, tests: [...tests] },
  });
  if (!outcome.ok) throw new Problem(outcome.problem);
  // The door answers this question so.
  return outcome.value as TestResult[];
}
