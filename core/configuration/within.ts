import { Problem } from '../errors.ts';
import type { Reference } from './part.ts';

/** What is refused says in which of many definitions it is wrong: member `definition` of the problem. */
export async function within<T>({ kind, id }: Reference, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Problem) || error.extra?.['definition']) throw error;
    const { status, code, params, errors, extra } = error;
    throw new Problem({
      ...{ status, code, params },
      ...(errors && { errors }),
      extra: { ...extra, definition: { kind, id } },
    });
  }
}
