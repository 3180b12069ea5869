import type { Tx } from '../../../db/connect.ts';
import { newId } from '../../../db/new-id.ts';
import type { OpenAsk } from '../answer.ts';
import type { Definition } from '../definitions.ts';
import type { Batch } from '../open.ts';
import type { ShellParts } from '../options.ts';
import { createRun, type InstanceRun } from '../run.ts';
import { versionOf } from '../sql/version-of.ts';

type Invocation = OpenAsk<'invoke'>;

/** A batch that calls more than this leaves the rest to later ones: locks are not held for long. */
const mostCalled = 1_000;

/** Called instances begin in the batch of their caller; one without a wait ends in it too. */
export async function answerInvocations(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  asks: readonly Invocation[],
): Promise<void> {
  const versions = new Map<string, number | null>();
  for (const { run, effect, answer } of asks) {
    if (++batch.called > mostCalled) {
      run.later.push({ effect, attempt: 0, dueAt: batch.now });
      continue;
    }
    const { definition: caller } = run;
    const name = JSON.stringify([caller.key, caller.version, effect.flow, effect.binding, effect.version]);
    const version = versions.get(name) ?? (await versionOf(tx, { caller, called: effect }));
    versions.set(name, version);
    if (version === null) answer({ ok: false, failure: missing(effect) });
    else
      batch.runs.push(calledRun(batch, run, effect, await parts.definitions.get(effect.flow, version, tx)));
  }
}

const missing = ({ flow, version }: Invocation['effect']) => ({
  code: 'flow.called-missing',
  message: '',
  expected: false,
  params: { flow, version: version === undefined ? '' : ` ${version}` },
});

function calledRun(
  batch: Batch,
  caller: InstanceRun,
  effect: Invocation['effect'],
  definition: Definition,
): InstanceRun {
  const { ask, element, depth, variables, businessKey } = effect;
  const id = newId();
  const subject = fits(definition, effect) ? effect.subject : undefined;
  const run = createRun({
    id,
    definition,
    state: null,
    isNew: true,
    depth: caller.depth,
    startedBy: caller.startedBy,
    startedAt: batch.now,
    seq: 0,
    status: 'active',
    subject: subject ?? null,
    businessKey: businessKey ?? null,
  });
  run.commands.push({
    type: 'start',
    instance: id,
    variables: { ...variables },
    subject,
    businessKey,
    caller: { instance: caller.id, ask, element, depth },
    now: batch.now,
    actor: caller.startedBy,
    timeZone: batch.timeZone,
    calendar: batch.calendar,
    calendars: batch.calendars,
  });
  return run;
}

/** The record goes along unless the called flow is about another entity. */
const fits = ({ graph }: Definition, { subject }: Invocation['effect']): boolean =>
  graph.subject === null || graph.subject === subject?.entity;
