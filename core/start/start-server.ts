/** From configuration to a server that answers, and back again. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootServices, type ThreadServices } from '../boot.ts';
import type { Config } from '../config.ts';
import { createDecisions, decisionPart } from '../decision/index.ts';
import { createApp } from '../http/app.ts';
import { allRoutes } from '../http/all-routes.ts';
import { isEmpty } from '../http/routes/setup.ts';
import { openAuth } from '../identity/index.ts';
import { flowPart } from '../flow/flow-part.ts';
import { flowTestPart } from '../flow/flow-test-part.ts';
import { createFlows } from '../flow/service.ts';
import { giveBack } from '../job/index.ts';
import type { Services } from '../services.ts';
import { bringUpData } from './bring-up-data.ts';
import { buildWeb } from './build-web.ts';
import { collectGarbage } from './collect-garbage.ts';
import { keepFresh } from './keep-fresh.ts';
import { listen } from './listen.ts';
import { demoAdministrator, loadDemo } from './load-demo.ts';
import { openDatabase } from './open-database.ts';
import { ownSecret } from './secret.ts';
import { startThreads } from './threads.ts';

export interface RunningServer {
  url: string;
  /** Answers what is in the air, ends the threads, then the database. */
  stop(): Promise<void>;
}

interface StartInput {
  config: Config;
  /** Folder of the project. */
  root: string;
  say: (line: string) => void;
}

export async function startServer({ config, root, say }: StartInput): Promise<RunningServer> {
  const [database] = await Promise.all([openDatabase(config), buildBrowserPart(root, say)]);
  if (database.wasAdopted)
    say('The database was still running from a start that broke off; going on with it.');
  const thread = await bootServices({ config, databaseUrl: database.url, thread: 'http' });
  const auth = await openAuth({
    databaseUrl: database.url,
    secret: await ownSecret(config),
    url: config.url,
    isRateLimited: config.isProduction,
  });
  const threads = await startThreads({ config, databaseUrl: database.url, log: thread.log });
  const services: Services = {
    ...thread,
    auth,
    flows: createFlows({ ...thread, engine: threads.engine }),
    decisions: createDecisions(thread),
  };
  thread.configuration.register(decisionPart(services));
  thread.configuration.register(flowTestPart(services));
  thread.configuration.register(flowPart(services));
  await bringUpData(services);
  const stopRefreshing = keepFresh(thread);
  const isDemo = config.hasDemo && (await loadDemo({ ...services, recordsAt: thread.recordsAt }));
  await threads.start();
  const token = (await isEmpty(thread.sql)) ? randomBytes(12).toString('base64url') : null;
  let isReady = true;
  const routes = allRoutes({
    ...services,
    isReady: () => isReady,
    areThreadsWell: threads.areWell,
    metrics: threads.metrics,
    setupToken: () => token,
    wake: thread.wake.ping,
  });
  const server = await listen(createApp(services, routes), config);
  await welcome({ config, say, thread, isDemo, token });
  collectGarbage();
  return {
    url: config.url,
    stop: async () => {
      isReady = false;
      stopRefreshing();
      await server.close();
      await tellLeft(thread, await threads.stop());
      await auth.close();
      await thread.close();
      await database.stop();
    },
  };
}

/** A build that fails leaves the last one in place: the server is of use with it, and says what happened. */
async function buildBrowserPart(root: string, say: (line: string) => void): Promise<void> {
  try {
    await buildWeb(root, () => say('Building the browser part: a few seconds, only after a change …'));
  } catch (error) {
    if (!existsSync(join(root, 'dist/web/index.html'))) throw error;
    say(
      `The browser part could not be built, so the last one is served. ${error instanceof Error ? error.message : ''}`,
    );
  }
}

/** Jobs that did not end in the time they were given go on at the next start, or in another process. */
async function tellLeft({ sql, log }: ThreadServices, workers: readonly number[]): Promise<void> {
  const jobs = await giveBack(sql, workers);
  if (jobs.length > 0) log.warn({ jobs }, 'jobs were still at work at the end: they go on at the next start');
}

interface Welcome {
  config: Config;
  say: (line: string) => void;
  thread: ThreadServices;
  isDemo: boolean;
  token: string | null;
}

async function welcome({ config, say, thread, isDemo, token }: Welcome): Promise<void> {
  if (isDemo) say('The demo company was loaded: made-up people, customers, deals and running flows.');
  say(`Relata runs at ${config.url} (API at ${config.url}/docs). Ctrl-C stops it.`);
  if (token) return say(`Nobody can sign in yet. Open ${config.url}/setup with this one-time code: ${token}`);
  const [demo] = await thread.sql`select 1 from core."user" where email = ${demoAdministrator.email}`;
  if (demo) say(`Sign in as ${demoAdministrator.email} with the password ${demoAdministrator.password}.`);
}
