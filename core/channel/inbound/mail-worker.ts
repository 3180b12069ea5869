/** Runs in a process of its own: what strangers send may take for ever to read, or more memory than there is. */
import { Problem, type ProblemInput } from '../../errors.ts';
import { serveJobs } from '../../expression/index.ts';
import { readReport, type Report } from '../read-report.ts';
import type { ReadMail } from './mail.ts';
import { readMail, type ReadOptions } from './read-mail.ts';

export type Reading = { raw: Uint8Array; options: ReadOptions } | { report: Uint8Array };

export type Read = { mail: ReadMail } | { report: Report | null } | { problem: ProblemInput };

async function read(reading: Reading): Promise<Read> {
  try {
    if ('raw' in reading) return { mail: await readMail(reading.raw, reading.options) };
    return { report: await readReport(new Uint8Array(reading.report).buffer) };
  } catch (error) {
    if (!(error instanceof Problem)) return { problem: { status: 422, code: 'mail-unreadable' } };
    const { status, code, params } = error;
    return { problem: { status, code, params } };
  }
}

serveJobs(read);
