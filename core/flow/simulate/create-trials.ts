import { Problem } from '../../errors.ts';
import type { EngineParts } from '../shell/options.ts';
import { done, type Outcome } from '../shell/outcome.ts';
import { simulate } from './simulate.ts';
import { keepTest } from './keep-test.ts';
import { runTests } from './run-tests.ts';
import type { TrialRequest } from './test-content.ts';

/** One after the other: a trial is nobody's work, and takes no more than one connection from those at work. */
export function createTrials(parts: EngineParts): (request: TrialRequest) => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  return (request) => {
    const mine = last.then(() => answer(parts, request));
    last = mine.catch(() => {});
    return mine;
  };
}

async function answer(parts: EngineParts, request: TrialRequest): Promise<Outcome> {
  try {
    return done(await carryOut(parts, request));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, params, errors, extra } = error;
    return { ok: false, problem: { status, code, params, errors, extra } };
  }
}

const carryOut = (parts: EngineParts, request: TrialRequest): Promise<unknown> => {
  if (request.ask === 'test') return runTests(parts, request.input);
  return request.ask === 'keep' ? keepTest(parts, request.input) : simulate(parts, request.input);
};
