/** The whole application in this process, as a server composes it, but for threads: requests go in, answers come out. */
import { bootServices, type ThreadServices } from '../../core/boot.ts';
import { readConfig } from '../../core/config.ts';
import { createApp } from '../../core/http/app.ts';
import { allRoutes } from '../../core/http/all-routes.ts';
import { openAuth, savePerson } from '../../core/identity/index.ts';
import { createDecisions, decisionPart } from '../../core/decision/index.ts';
import { flowPart } from '../../core/flow/flow-part.ts';
import { createTrials } from '../../core/flow/simulate/create-trials.ts';
import { createFlows } from '../../core/flow/service.ts';
import { bringUpData } from '../../core/start/bring-up-data.ts';
import type { Services } from '../../core/services.ts';
import { register } from 'prom-client';
import { testDatabase } from './database.ts';
import { adminKey } from './relata-process.ts';

export interface Answer {
  status: number;
  /** Whatever JSON came, its `items` as a list. */
  body: { [member: string]: unknown; items: Record<string, unknown>[] };
}

export interface AppWorld extends ThreadServices {
  url: string;
  /** A request as somebody: `admin` is the administrator's key, `key …` a personal one, others by the name they were added with. */
  call(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    more?: Record<string, string>,
  ): Promise<Answer>;
  /** What somebody who is not signed in gets who follows a link. */
  open(path: string, headers: Record<string, string>): Promise<Response>;
  /** A request as nobody, as it is. */
  send(path: string, init: RequestInit): Promise<Response>;
  /** Adds somebody who is signed in; answers the id. */
  person(name: string, roles: readonly string[], team?: string): Promise<string>;
  /** Another server on the same database. */
  another(): Promise<Omit<AppWorld, 'another'>>;
  close(): Promise<void>;
}

const password = 'correct horse battery';

export async function appWorld(environment: Record<string, string> = {}): Promise<AppWorld> {
  const database = await testDatabase();
  const cookies = new Map<string, string>();
  const others: Omit<AppWorld, 'another'>[] = [];
  const first = await node(database.url, { environment, cookies });
  return {
    ...first,
    another: async () => {
      const made = await node(database.url, { environment, cookies });
      others.push(made);
      return made;
    },
    close: async () => {
      for (const one of [...others, first]) await one.close();
      await database.close();
    },
  };
}

async function node(
  databaseUrl: string,
  { environment, cookies }: { environment: Record<string, string>; cookies: Map<string, string> },
): Promise<Omit<AppWorld, 'another'>> {
  const config = readConfig({
    RELATA_ADMIN_KEY: adminKey,
    RELATA_LOG_LEVEL: 'silent',
    RELATA_SECRET: 'x'.repeat(32),
    ...environment,
  });
  const thread = await bootServices({ config, databaseUrl, thread: 'test' });
  const auth = await openAuth({ databaseUrl, secret: 'x'.repeat(32), url: config.url, isRateLimited: false });
  const engine = {
    submit: () => Promise.reject(new Error('No engine runs here.')),
    wake: () => {},
    simulate: createTrials(thread),
  };
  const services: Services = {
    ...thread,
    auth,
    flows: createFlows({ ...thread, engine }),
    decisions: createDecisions(thread),
  };
  thread.configuration.register(decisionPart(services));
  thread.configuration.register(flowPart(services));
  await bringUpData(services);
  const stopListening = await thread.configuration.listen();
  // Each server has a process of its own; here they share one.
  register.clear();
  const routes = allRoutes({
    ...services,
    isReady: () => true,
    areThreadsWell: () => true,
    metrics: () => Promise.resolve([]),
    setupToken: () => null,
    wake: () => {},
  });
  const app = createApp(services, routes);
  const send = async (path: string, init: RequestInit): Promise<Response> =>
    app.fetch(new Request(config.url + path, init));
  const call: AppWorld['call'] = async (who, method, path, body, more = {}) => {
    const headers = new Headers({
      'content-type': 'application/json',
      origin: config.url,
      host: new URL(config.url).host,
      ...more,
    });
    if (who === 'admin') headers.set('authorization', `Bearer ${adminKey}`);
    else if (who.startsWith('key ')) headers.set('authorization', `Bearer ${who.slice('key '.length)}`);
    else headers.set('cookie', cookies.get(who) ?? '');
    const answer = await send(path, {
      method,
      headers,
      // A form is sent as it is.
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: (isJson && text ? JSON.parse(text) : text) as Answer['body'] };
  };
  return {
    ...thread,
    url: databaseUrl,
    call,
    send,
    open: (path, headers) => send(path, { headers }),
    person: async (name, roles, team) => {
      const email = `${name.toLowerCase()}@example.com`;
      const id = await savePerson(thread.sql, {
        change: { name, email, password, roles: [...roles], ...(team !== undefined && { team }) },
        hashPassword: auth.hashPassword,
      });
      const answer = await send('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: config.url },
        body: JSON.stringify({ email, password }),
      });
      cookies.set(
        name,
        answer.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      );
      return id;
    },
    close: async () => {
      await stopListening();
      await auth.close();
      await thread.close();
    },
  };
}
