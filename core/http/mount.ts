import type { Context, Hono } from 'hono';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/actor.ts';
import { forbidden, Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { atWork } from './at-work.ts';
import type { Authenticate } from './authenticate.ts';
import { answerPreflight, checkForeign } from './foreign.ts';
import { once } from './idempotency.ts';
import { checkOrigin } from './origin.ts';
import { readBody } from './read-body.ts';
import { createRate } from './rate.ts';
import type { Reply, Route } from './route.ts';
import { validate } from './validate.ts';

export interface Variables {
  Variables: {
    actor: Actor | null;
    requestId: string;
    /** The origin of somebody else's page that may read the answer. */
    readableBy?: string;
    /** The hash of the script that stands in our own page. */
    inlineScript?: string;
  };
}

export interface MountServices extends Pick<Services, 'sql'> {
  actorOf: Authenticate;
}

/** Mounts one route: origin, rate, actor, permission, shapes, idempotency, in that order, then `run`. */
export function mount(app: Hono<Variables>, route: Route, services: MountServices): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const checkRate = createRate(route);
  answerPreflight(app, route, path);
  app.on(route.method.toUpperCase(), path, async (c) => {
    checkOrigin(c.req.raw);
    await checkForeign(c, route);
    checkRate(c);
    const actor = await services.actorOf(c.req.raw.headers);
    c.set('actor', actor);
    const allowed = checkPermission(route, actor);
    return answer(await atWork.run(route, () => call(c, route, { services, actor: allowed })));
  });
}

/** The actor, or nobody where the route is public; problems 401 and 403. */
function checkPermission(route: Route, actor: Actor | null): Actor | null {
  if (route.permission.startsWith('public:')) return actor;
  if (!actor) throw new Problem({ status: 401, code: 'signed-out' });
  if (route.permission !== 'signed-in' && !may(actor, route.permission)) throw forbidden(route.permission);
  return actor;
}

async function call(
  c: Context<Variables>,
  route: Route,
  { services, actor }: { services: MountServices; actor: Actor | null },
): Promise<Reply | Response> {
  const params = route.params ? validate(route.params, c.req.param()) : undefined;
  const query = route.query ? validate(route.query, c.req.query()) : undefined;
  const body = route.body ? validate(route.body, (await readBody(c.req.raw)) ?? {}) : undefined;
  const input = { actor, params, query, body, request: c.req.raw, requestId: c.get('requestId') };
  // The cast: `route()` tied these very types to the schemas that were just applied.
  const run = (firstId?: string): Promise<Reply | Response> => route.run({ ...input, firstId } as never);
  const key = route.method === 'post' ? c.req.header('idempotency-key') : undefined;
  return key && actor ? once({ sql: services.sql, actor, key, path: c.req.path, body, run }) : run();
}

function answer(result: Reply | Response): Response {
  if (result instanceof Response) return result;
  if (result.status === 204 || result.body === undefined)
    return new Response(null, { status: result.status, headers: result.headers });
  return new Response(JSON.stringify(result.body), {
    status: result.status,
    headers: { 'content-type': 'application/json', ...result.headers },
  });
}
