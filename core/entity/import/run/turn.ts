/**
 * Order between chunks that are written at the same time. Each holds its own turn from its beginning, and asks for
 * the turn before it when its rows are in: it gets that when the chunk before has ended. Waiting in the database,
 * not here, so that PostgreSQL sees it and ends what would wait in a circle.
 */
import { randomInt } from 'node:crypto';
import type { Tx } from '../../../db/connect.ts';

export interface Turn {
  take(tx: Tx): Promise<void>;
  /** Resolves when the turn was taken, or never will be: the next chunk may begin. */
  wasTaken: Promise<void>;
  /** Waits until the chunk before has committed or was undone. */
  afterLast(tx: Tx): Promise<void>;
}

/** Numbers of one run; the first lies anywhere, so that runs do not meet. */
export function turns(): () => Turn {
  let number = randomInt(2 ** 47);
  return () => {
    const own = ++number;
    const { promise: wasTaken, resolve } = Promise.withResolvers<void>();
    return {
      wasTaken,
      take: async (tx) => {
        await lock(tx, own).finally(resolve);
      },
      afterLast: (tx) => lock(tx, own - 1),
    };
  };
}

async function lock(tx: Tx, number: number): Promise<void> {
  await tx`select pg_advisory_xact_lock(${number}::bigint)`;
}
