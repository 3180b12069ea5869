/** Runs the tests of a flow against a version, or against a file that is to become one. */
import type { Tx } from '../../db/connect.ts';
import type { EngineParts } from '../shell/options.ts';
import { deployedCandidate, draftCandidate, type Candidate } from './candidate.ts';
import { differencesOf } from './differences.ts';
import { putFixtures } from './fixtures.ts';
import { sayer } from './simulate.ts';
import { entityOf, usualStart } from './starts-of.ts';
import type { FlowTest, TestResult, TestsInput } from './test-content.ts';
import { tryOne, type TryInput } from './try-one.ts';
import { asNew, startedBy } from './would-start.ts';

export async function runTests(parts: EngineParts, input: TestsInput): Promise<TestResult[]> {
  const candidate = input.draft
    ? draftCandidate(parts, { flow: input.flow, draft: input.draft })
    : await deployedCandidate(parts, input);
  const results: TestResult[] = [];
  for (const test of input.tests) results.push(await runTest(parts, { input, candidate, test }));
  return results;
}

interface OneTest {
  input: TestsInput;
  candidate: Candidate;
  test: FlowTest;
}

async function runTest(parts: EngineParts, { input, candidate, test }: OneTest): Promise<TestResult> {
  const { id, name, content } = test;
  const say = sayer(parts, input.actor);
  const { graph } = candidate.definition;
  const trial = await tryOne(parts, {
    actor: input.actor,
    candidate,
    subject: entityOf(graph) === content.subject?.entity ? content.subject : null,
    title: null,
    event: usualStart(graph),
    variables: content.variables,
    answers: content.answers,
    wouldStart: null,
    at: content.at,
    say,
    arrange: (tx) => arrange(tx, { candidate, test }),
  });
  const differences = differencesOf({
    registry: parts.registry,
    actor: input.actor,
    graph,
    content,
    trial,
    say,
  });
  return { id, name, isPassed: differences.length === 0, differences };
}

/** The records as they were, and whether this version starts for them. */
async function arrange(
  tx: Tx,
  { candidate: { parts, definition }, test: { content } }: Omit<OneTest, 'input'>,
): Promise<Partial<TryInput>> {
  await putFixtures(tx, parts, content.records);
  const { subject } = content;
  if (!subject || !definition.graph.starts.some((start) => start.kind === 'conditional')) return {};
  const { entity, id } = subject;
  const changes = await asNew({ tx, parts, definition, entity }, [id]);
  const start = (await startedBy({ tx, parts, definition, entity, changes })).get(id);
  return start
    ? { event: { event: start.event, part: start.part }, wouldStart: true }
    : { wouldStart: false };
}
