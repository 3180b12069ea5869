import { setTimeout as aMoment } from 'node:timers/promises';

const mostTries = 4;
const longestMoment = 40;

/** Deadlock or serialization (PostgreSQL's class 40): the same work a moment later goes through. */
export const isRollback = (error: unknown): boolean =>
  String((error as { code?: unknown } | null)?.code ?? '').startsWith('40');

/** Runs a whole transaction, and again where it was the one that had to give way. */
export async function despiteRollback<T>(transaction: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await transaction();
    } catch (error) {
      if (count === mostTries || !isRollback(error)) throw error;
      // Not at the same moment as whoever went through.
      await aMoment(Math.random() * longestMoment);
    }
  }
}
