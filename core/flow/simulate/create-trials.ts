import { Problem } from '../../errors.ts';
import type { EngineParts } from '../shell/options.ts';
import { done, type Outcome } from '../shell/outcome.ts';
import { simulate } from './simulate.ts';
import type { TrialInput } from './types.ts';

/** One after the other: a trial is nobody's work, and takes no more than one connection from those at work. */
export function createTrials(parts: EngineParts): (input: TrialInput) => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const mine = last.then(() => answer(parts, input));
    last = mine.catch(() => {});
    return mine;
  };
}

async function answer(parts: EngineParts, input: TrialInput): Promise<Outcome> {
  try {
    return done(await simulate(parts, input));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, params, errors, extra } = error;
    return { ok: false, problem: { status, code, params, errors, extra } };
  }
}
