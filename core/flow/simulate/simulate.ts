/**
 * Runs a flow for trial: on real records, with the engine's own step and shell, one short transaction per record that is
 * always rolled back. Nothing leaves it, nobody is woken, and no number is used up.
 */
import type { Actor } from '../../access/actor.ts';
import { Problem } from '../../errors.ts';
import type { EngineParts } from '../shell/options.ts';
import { deployedCandidate, draftCandidate, type Candidate } from './candidate.ts';
import { chooseRecords, type Chosen } from './choose-records.ts';
import { countPaths } from './count-paths.ts';
import { trialLimits } from './limits.ts';
import { entityOf, usualStart } from './starts-of.ts';
import type { Say } from './tell-outcome.ts';
import { notTried, tryOne } from './try-one.ts';
import type { Outcome, Simulated, Trial, TrialInput } from './types.ts';

/** Problems: `flow-unknown`, `not-found` for a record that the actor may not see, `trial-…` (422). */
export async function simulate(parts: EngineParts, input: TrialInput): Promise<Simulated> {
  const candidate = await candidateOf(parts, input);
  const running = input.isCompared ? await runningOf(parts, input, candidate) : null;
  const { definition } = candidate;
  const entity = entityOf(definition.graph);
  const choice = { input, entity, candidate, running };
  const chosen = await choose(parts, choice);
  const { trials, left } = await tryAll(parts, { ...choice, chosen });
  return {
    flow: definition.key,
    name: definition.name,
    version: input.draft ? null : definition.version,
    running: running && { version: running.definition.version },
    entity,
    found: chosen.found,
    isMore: chosen.isMore,
    trials,
    left,
    counts: {
      tried: countPaths(trials),
      running: running && countPaths(trials.flatMap((trial) => trial.running ?? [])),
    },
    limits: {
      records: trialLimits.records,
      steps: trialLimits.steps,
      secondsPerRecord: trialLimits.secondsPerRecord,
    },
  };
}

const candidateOf = async (parts: EngineParts, input: TrialInput): Promise<Candidate> =>
  input.draft
    ? draftCandidate(parts, { flow: input.flow, draft: input.draft })
    : deployedCandidate(parts, input);

/** Null for a flow that was never deployed, and where the running version itself is tried. */
async function runningOf(
  parts: EngineParts,
  { flow, draft }: TrialInput,
  { definition }: Candidate,
): Promise<Candidate | null> {
  try {
    const running = await deployedCandidate(parts, { flow });
    return !draft && running.definition.version === definition.version ? null : running;
  } catch (error) {
    if (error instanceof Problem && error.code === 'flow-unknown') return null;
    throw error;
  }
}

interface Choice {
  input: TrialInput;
  entity: string | null;
  candidate: Candidate;
  running: Candidate | null;
}

async function choose(parts: EngineParts, { entity, ...choice }: Choice): Promise<Chosen> {
  const { records, since } = choice.input;
  if (entity === null && (records || since !== undefined))
    throw new Problem({
      status: 422,
      code: 'trial-no-subject',
      params: { flow: choice.candidate.definition.name },
    });
  const nothing = { records: [], found: 0, isMore: false, tried: null, running: null, isPast: false };
  if (entity === null) return nothing;
  if (!parts.registry.hasEntity(entity))
    throw new Problem({ status: 422, code: 'entity-unknown', params: { entity } });
  return parts.sql.begin((tx) => chooseRecords({ tx, entity, ...choice }));
}

async function tryAll(
  parts: EngineParts,
  { chosen, ...choice }: Choice & { chosen: Chosen },
): Promise<{ trials: Trial[]; left: string[] }> {
  const { entity } = choice;
  const until = performance.now() + trialLimits.secondsPerRequest * 1_000;
  const records = entity === null ? [null] : chosen.records;
  const trials: Trial[] = [];
  for (const [index, record] of records.entries()) {
    if (index > 0 && performance.now() > until)
      return { trials, left: records.slice(index).flatMap((one) => (one ? [one.id] : [])) };
    trials.push(await tryRecord(parts, { ...choice, chosen, record }));
  }
  return { trials, left: [] };
}

async function tryRecord(
  parts: EngineParts,
  choice: Choice & { chosen: Chosen; record: { id: string; title: string | null } | null },
): Promise<Trial> {
  const { candidate, running, chosen } = choice;
  const trial = await tryWith(parts, choice, candidate, chosen.tried);
  if (!running) return trial;
  const compared = await tryWith(parts, choice, running, chosen.running);
  return { ...trial, running: compared.state === 'not-started' ? null : outcomeOf(compared) };
}

async function tryWith(
  parts: EngineParts,
  { input, entity, chosen, record }: Parameters<typeof tryRecord>[1],
  candidate: Candidate,
  begun: Chosen['tried'],
): Promise<Trial> {
  const start = record && begun?.get(record.id);
  const say = sayer(parts, input.actor);
  const one = {
    actor: input.actor,
    candidate,
    subject: record && { entity: entity!, id: record.id },
    title: record?.title ?? null,
    event: start ? { event: start.event, part: start.part } : usualStart(candidate.definition.graph),
    ...(start?.before !== undefined && { before: start.before }),
    variables: input.variables,
    answers: input.answers,
    wouldStart: begun && start !== undefined,
    say,
  };
  if (!chosen.isPast || start) return tryOne(parts, one);
  return {
    ...notTried(one, new Problem({ status: 422, code: 'trial-not-started' })),
    state: 'not-started',
  };
}

const outcomeOf = ({ state, why, at, passed, lasted }: Trial): Outcome => ({
  state,
  why,
  at,
  passed,
  lasted,
});

export const sayer =
  ({ registry }: Pick<EngineParts, 'registry'>, { locale }: Pick<Actor, 'locale'>): Say =>
  (key, params) =>
    registry.text(locale, key, params);
