/** Mail is read in a process of its own, one after the other: one that never ends is given up, and nothing else waits for it. */
import { Problem } from '../../errors.ts';
import { ExpressionError, WorkerPool } from '../../expression/index.ts';
import type { Report } from '../read-report.ts';
import type { ReadMail } from './mail.ts';
import type { Read, Reading } from './mail-worker.ts';
import { checkSize, type ReadOptions } from './read-mail.ts';

const readers = new WorkerPool<Reading, Read>(new URL('mail-worker.ts', import.meta.url), { size: 1 });
/** One of 25 MB takes half a second. */
const longestMs = 10_000;

/** Problems of `readMail`, and `mail-endless`, `mail-unreadable` (422). */
export async function readMailApart(raw: Uint8Array, options: ReadOptions): Promise<ReadMail> {
  checkSize(raw);
  const read = await run({ raw, options });
  if ('mail' in read) return read.mail;
  throw new Error('a mail was read as something else');
}

/** Null where it is no report; problems `mail-endless`, `mail-unreadable` (422). */
export async function readReportApart(report: Uint8Array): Promise<Report | null> {
  const read = await run({ report });
  if ('report' in read) return read.report;
  throw new Error('a report was read as something else');
}

async function run(reading: Reading): Promise<Exclude<Read, { problem: unknown }>> {
  const read = await readers.run(reading, longestMs).catch((error: unknown) => {
    throw error instanceof ExpressionError ? new Problem({ status: 422, code: 'mail-endless' }) : error;
  });
  if ('problem' in read) throw new Problem(read.problem);
  return read;
}
