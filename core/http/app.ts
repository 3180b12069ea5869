/** The HTTP application: routes as data, mounted with access, problems, security headers and the web part. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Services } from '../services.ts';
import { authProblem } from './auth-problem.ts';
import { createAuthenticator } from './authenticate.ts';
import { docsPage } from './docs.ts';
import { securityHeaders } from './headers.ts';
import { mount, type Variables } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import { asProblem, preferredLocale, problemResponse } from './problem.ts';
import { isPageWanted, problemPage } from './problem-page.ts';
import type { Route } from './route.ts';
import { servePluginFiles } from './serve-plugin-files.ts';
import { serveWeb } from './serve-web.ts';
import { Problem } from '../errors.ts';

export interface App {
  fetch(request: Request): Response | Promise<Response>;
}

export function createApp(services: Services, routes: readonly Route[]): App {
  const app = new Hono<Variables>();
  const { actorOf, forget } = createAuthenticator(services);
  for (const kind of ['person', 'session']) services.configuration.onChange(kind, forget);

  app.use(async (c, next) => {
    c.set('requestId', c.req.header('x-request-id')?.slice(0, 64) ?? randomUUID());
    await next();
    for (const [name, value] of Object.entries(securityHeaders(c.get('inlineScript'))))
      c.res.headers.set(name, value);
    c.res.headers.set('x-request-id', c.get('requestId'));
    const page = c.get('readableBy');
    if (page !== undefined) {
      c.res.headers.set('access-control-allow-origin', page);
      c.res.headers.append('vary', 'origin');
    }
  });
  app.onError((error, c) => {
    const problem = asProblem(error);
    // A 503 that is raised as such is an answer, not a fault: what asks for readiness asks often.
    if (problem.status >= 500 && !(error instanceof Problem && error.status === 503))
      services.log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'request failed');
    const locale = c.get('actor')?.locale ?? preferredLocale(c.req.header('accept-language') ?? null);
    // Who followed a link sees a page, with the same sentence.
    return isPageWanted(c.req.raw)
      ? problemPage(problem, { locale, text: services.registry.text })
      : problemResponse(problem, locale, services.registry);
  });

  app.on(['GET', 'POST'], '/api/auth/*', async (c) => {
    forget();
    const answer = await services.auth.handle(c.req.raw);
    if (answer.status >= 400) throw await authProblem(answer, c.req.path);
    return answer;
  });
  for (const route of routes) mount(app, route, { sql: services.sql, actorOf });
  const document = openApiDocument(routes, services.registry);
  app.get('/api/openapi.json', (c) => c.json(document()));
  docsPage(app);
  app.all('/api/*', (c) => {
    throw new Problem({ status: 404, code: 'route-unknown', params: { path: c.req.path } });
  });
  servePluginFiles(app, { registry: services.registry, actorOf });
  serveWeb(app);
  return app;
}
