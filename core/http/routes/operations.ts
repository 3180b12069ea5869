import { AggregatorRegistry, collectDefaultMetrics, Registry } from 'prom-client';
import type { Services } from '../../services.ts';
import { Problem } from '../../errors.ts';
import { reply, route, type Route } from '../route.ts';

/** `isReady` is false until the threads run and while the server stops. */
export const operationRoutes = ({
  sql,
  isReady,
  areThreadsWell,
  metrics,
}: Pick<Services, 'sql'> & {
  isReady: () => boolean;
  areThreadsWell: () => boolean;
  metrics: () => Promise<object[][]>;
}): Route[] => {
  const register = new Registry();
  collectDefaultMetrics({ prefix: 'relata_', register });
  return [
    route({
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive',
      tag: 'operations',
      permission: 'public: asked by load balancers, says nothing about data',
      run: () => Promise.resolve(reply(200, { status: 'alive' })),
    }),
    route({
      method: 'get',
      path: '/readyz',
      summary: 'The database answers and all threads run',
      tag: 'operations',
      permission: 'public: asked by load balancers, says nothing about data',
      run: async () => {
        if (!isReady()) throw new Problem({ status: 503, code: 'not-ready' });
        if (!areThreadsWell()) throw new Problem({ status: 503, code: 'thread-ended' });
        await sql`select 1`;
        return reply(200, { status: 'ready' });
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      summary: 'Prometheus metrics of this process: HTTP, and per flow and task type',
      tag: 'operations',
      permission: 'operations.read',
      run: async () => {
        const flows = AggregatorRegistry.aggregate(await metrics());
        const text = `${await register.metrics()}\n${await flows.metrics()}`;
        return new Response(text, { headers: { 'content-type': register.contentType } });
      },
    }),
  ];
};
