/** Runs in a process of its own, which is killed when a decision does not end. */
import { Script } from 'node:vm';
import { serveJobs } from '../../expression/index.ts';
import { decide, type DecisionCall } from '../evaluate/decide.ts';
import type { DecisionModel } from '../model.ts';
import { mostMilliseconds, type PostedResult } from './posted.ts';

interface Job {
  model: DecisionModel;
  call: DecisionCall;
}

/** By a script, whose time V8 watches: what does not end would outlive a server that is killed. */
const limited = new Script('globalThis.relataJob()');

serveJobs(({ model, call }: Job): PostedResult => {
  Object.assign(globalThis, { relataJob: () => decide(model, call) });
  // The cast: what the line above answers.
  const result = limited.runInThisContext({ timeout: 10 * mostMilliseconds }) as ReturnType<typeof decide>;
  // An error of our own does not travel whole.
  return result.ok ? result : { ok: false, code: result.error.code, params: result.error.params };
});
