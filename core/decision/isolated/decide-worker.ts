/** Runs in a thread of its own, which is killed when a decision does not end. */
import { parentPort } from 'node:worker_threads';
import { decide, type DecisionCall } from '../evaluate/decide.ts';
import type { DecisionModel } from '../model.ts';
import type { PostedResult } from './decide-isolated.ts';

parentPort?.on('message', ({ model, call }: { model: DecisionModel; call: DecisionCall }) => {
  const result = decide(model, call);
  // An error of our own does not travel whole.
  const posted: PostedResult = result.ok
    ? result
    : { ok: false, code: result.error.code, params: result.error.params };
  parentPort?.postMessage(posted);
});
parentPort?.postMessage('ready');
