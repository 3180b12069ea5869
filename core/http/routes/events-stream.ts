import type { Actor } from '../../access/index.ts';
import { Problem } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { createLiveFeed } from '../live-feed.ts';
import { route, type Route } from '../route.ts';

/** Comments keep proxies from closing a quiet connection. */
const heartbeatMilliseconds = 25_000;

export const eventStreamRoutes = (
  services: Pick<Services, 'events' | 'records' | 'access' | 'registry' | 'log' | 'flows' | 'identity'>,
): Route[] => {
  const feed = createLiveFeed(services);
  return [
    route({
      method: 'get',
      path: '/api/events/stream',
      summary: 'Server-sent events: changes of records that this actor may see, as they are committed',
      tag: 'events',
      permission: 'signed-in',
      run: async ({ actor, request }) => {
        const encoder = new TextEncoder();
        let stop = (): void => {};
        let send = (_text: string): void => {};
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => {
            send = (text) => controller.enqueue(encoder.encode(text));
          },
          cancel: () => stop(),
        });
        send('retry: 2000\n\n');
        // Before the answer begins: who cannot be let in gets a problem, not a stream that breaks off.
        const { userId } = actor;
        /** A stream lives for hours: roles change meanwhile, and people are deactivated. */
        const actorNow = async (): Promise<Actor | null> => (userId ? present(services, userId) : actor);
        const leave = await feed.join(actorNow, ({ event, data }) =>
          send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
        );
        const beat = setInterval(() => send(': still here\n\n'), heartbeatMilliseconds);
        beat.unref();
        stop = () => {
          send = () => {};
          clearInterval(beat);
          leave();
        };
        if (request.signal.aborted) stop();
        else request.signal.addEventListener('abort', () => stop(), { once: true });
        return new Response(body, {
          headers: {
            'content-type': 'text/event-stream',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
          },
        });
      },
    }),
  ];
};

const present = ({ identity }: Pick<Services, 'identity'>, userId: string): Promise<Actor | null> =>
  identity.actorFor(userId).catch((error: unknown) => {
    if (error instanceof Problem) return null;
    throw error;
  });
