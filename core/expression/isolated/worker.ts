/** Runs in a thread of its own, which is killed when an expression does not end. */
import { parentPort } from 'node:worker_threads';
import type { Job } from './job.ts';
import { runJsonata } from './run-jsonata.ts';

// oxlint-disable unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await runJsonata(job));
});
parentPort?.postMessage('ready');
