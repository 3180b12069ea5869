import type { ImportRow } from '../import-row.ts';

/** How long what an import needs is kept, in days. */
export const keptDays = {
  /** An upload that broke off: somebody may still be sending it. */
  unfinished: 1,
  /** A file that nothing points at any more: time to take a replacement back. */
  loose: 1,
  /** From the upload, if the import was never started. */
  notStarted: 7,
  /** From its end, with the file and the rows that were rejected: time to mend them, or to go on. */
  ended: 30,
};

/** When the import and its file are removed; null while it runs. */
export function keptUntil({ state, createdAt, endedAt }: ImportRow): Date | null {
  if (state === 'ready') return later(createdAt, keptDays.notStarted);
  return endedAt ? later(endedAt, keptDays.ended) : null;
}

const day = 86_400_000;
const later = (from: Date, days: number): Date => new Date(from.getTime() + days * day);

/** What is older than this is older than so many days. */
export const daysBefore = (now: number, days: number): Date => new Date(now - days * day);
