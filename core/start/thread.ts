/**
 * Entry of a worker thread. `engine` steps flows, so that a click never waits for HTTP or slow handlers; `jobs` runs
 * what is slow or outside: imports, deliveries, external task types.
 */
import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import { bootServices } from '../boot.ts';
import { deliveryJob, mailboxJob, watchMailbox } from '../channel/index.ts';
import { createImports } from '../entity/import/index.ts';
import { createFiles } from '../file/index.ts';
import { heldWorkItems } from '../flow/operations/held-work-items.ts';
import { createChanges } from '../flow/shell/changes.ts';
import { createEngine } from '../flow/shell/engine.ts';
import { flowMetrics } from '../flow/shell/metrics.ts';
import type { JobHandler } from '../job/index.ts';
import { handOverJob } from '../people/index.ts';
import { subscriptionJob } from '../report/index.ts';
import { segmentJobs } from '../segment/index.ts';
import { keepClean } from './keep-clean.ts';
import { keepFresh } from './keep-fresh.ts';
import { postTogether } from './post-together.ts';
import type { ThreadData, ThreadReply, ThreadRequest } from './threads.ts';
import { orders } from './watch-orders.ts';

// The casts: only `threads.ts` starts this file, with a port and this very data.
const port = parentPort!;
const { config, databaseUrl, role } = workerData as ThreadData;

const services = await bootServices({ config, databaseUrl, thread: role });
const files = createFiles({ sql: services.sql });
const { imapUrl } = config;
const mailbox = imapUrl ? { ...services, now: services.clock.now, url: imapUrl } : undefined;
const engine = await createEngine({
  parts: { ...services, patience: config.patience },
  databaseUrl,
  ownLanes: role === 'engine' ? [0, 1] : [2, 3],
  handlers:
    role === 'engine'
      ? []
      : [
          freshBefore(createImports({ ...services, files, wake: services.wake.ping }).handler),
          freshBefore(
            handOverJob({
              ...services,
              shapes: services.models.shapes,
              workItems: heldWorkItems({ sql: services.sql, changes: createChanges(services.sql) }),
            }),
          ),
          deliveryJob(services.delivery),
          ...(mailbox ? [freshBefore(mailboxJob(mailbox))] : []),
          freshBefore(
            subscriptionJob({
              ...services,
              ...{ company: services.identity.company, actorFor: services.identity.actorFor },
              url: config.url,
            }),
          ),
          freshBefore(segmentJobs({ ...services, now: services.clock.now, wake: services.wake.ping })),
        ],
});
const stopRefreshing = keepFresh(services);
let stopCleaning = (): void => {};

/** An import may be for an entity that an admin made a moment ago, in another thread. */
function freshBefore(handler: JobHandler): JobHandler {
  return {
    ...handler,
    run: async (jobs, context) => {
      await services.definitions.refresh();
      await services.configuration.refresh();
      await handler.run(jobs, context);
    },
  };
}

const reply = postTogether<ThreadReply>(port);
port.on('message', (requests: ThreadRequest[]) => {
  for (const request of requests) void answer(request).then(reply);
});
const channel = new BroadcastChannel(orders);
channel.addEventListener('message', (event) => {
  // The cast: a channel brings messages.
  if ((event as MessageEvent).data === 'stop')
    void engine.stop().finally(() => channel.postMessage('stopped'));
});
reply({ id: 0, ok: true, value: null });

async function answer(request: ThreadRequest): Promise<ThreadReply> {
  try {
    return { id: request.id, ok: true, value: await run(request) };
  } catch (error) {
    services.log.error({ err: error, request: request.type }, 'a request to the thread failed');
    return { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function run(request: ThreadRequest): Promise<unknown> {
  switch (request.type) {
    case 'submit':
      return engine.submit(request.jobs);
    case 'simulate':
      await services.definitions.refresh();
      await services.configuration.refresh();
      return engine.simulate(request.trial);
    case 'metrics':
      return flowMetrics();
    case 'alive':
      return null;
    case 'wake':
      return engine.wake();
    case 'start':
      await services.definitions.refresh();
      await services.configuration.refresh();
      if (role === 'jobs') stopCleaning = keepClean(services);
      if (role === 'jobs' && mailbox) await watchMailbox(mailbox);
      await engine.start();
      return engine.worker;
    case 'stop':
      stopRefreshing();
      stopCleaning();
      await engine.stop();
      return services.close();
  }
}
