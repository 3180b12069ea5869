import { Problem } from '../../errors.ts';
import type { EngineParts } from '../shell/options.ts';
import { takeFixtures } from './fixtures.ts';
import { simulate } from './simulate.ts';
import type { ExpectedChange, TestContent } from './test-content.ts';
import type { Trial, TrialInput } from './types.ts';

/** Tries the one record anew, and answers what a test of it keeps. */
export async function keepTest(parts: EngineParts, input: TrialInput): Promise<TestContent> {
  const { trials } = await simulate(parts, { ...input, isCompared: false, limit: 1 });
  const [trial] = trials;
  if (!trial || trial.state === 'not-tried' || trial.state === 'limit')
    throw new Problem({ status: 422, code: 'trial-not-kept', params: { reason: trial?.why ?? '' } });
  const { record, startedAt: at, wouldStart, state, why, passed } = trial;
  const subject = record && { entity: record.entity, id: record.id };
  return {
    subject,
    records: subject ? await takeFixtures(parts, { flow: input.flow, subject }) : [],
    variables: input.variables,
    answers: input.answers,
    at,
    wouldStart,
    expected: { state, why, at: trial.at, passed, changes: expectedChanges(trial) },
  };
}

/** What only says that it was written, and when, is no part of what is expected. */
const system = new Set(['version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'id']);

export const expectedChanges = ({ changes }: Pick<Trial, 'changes'>): ExpectedChange[] =>
  changes.map(({ entity, kind, id, fields }) => ({
    entity,
    kind,
    id: kind === 'created' ? '' : id,
    fields: Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => !system.has(name))
        .map(([name, change]) => [name, change.after ?? null]),
    ),
  }));
