import { z } from 'zod';
import { defineTask, failure, ok, type TaskType } from '../../task.ts';
import { AddressRefused, sendOutgoing } from '../outgoing.ts';

/** External: one request per call, with an `Idempotency-Key` by which the receiver can tell a repetition. */
export const httpRequest = (allowedHosts: readonly string[]): TaskType =>
  defineTask({
    id: 'core.http-request',
    kind: 'external',
    input: z.object({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      url: z.url({ protocol: /^https?$/ }),
      body: z.unknown().optional(),
    }),
    output: z.object({ status: z.number().int(), body: z.unknown() }),
    example: { status: 200, body: {} },
    face: { icon: 'webhook', group: 'reach' },
    run: (calls, { signal }) =>
      Promise.all(
        calls.map(async ({ input, idempotencyKey }) => {
          try {
            const answer = await sendOutgoing({
              method: input.method,
              url: input.url,
              headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
              body: input.body === undefined ? undefined : JSON.stringify(input.body),
              signal,
              allowedHosts,
            });
            if (answer.status >= 500 || answer.status === 429)
              throw new Error(`The service answered ${answer.status}.`);
            if (answer.status >= 400)
              return failure('http-refused', `The service answered ${answer.status}.`, {
                status: answer.status,
              });
            return ok({ status: answer.status, body: asJson(answer.body) });
          } catch (error) {
            if (error instanceof AddressRefused)
              return failure(
                'address-private',
                `${error.message} is a private address. An operator may allow it by name in RELATA_ALLOW_HOSTS.`,
                { host: error.message },
              );
            throw error;
          }
        }),
      ),
  });

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
