import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Ends each thread but that of HTTP, outside of any job, for as long as the file is there that `FAULTS_END` names. */
export function endThread(): void {
  const file = process.env['FAULTS_END'];
  if (isMainThread || file === undefined) return;
  setInterval(() => existsSync(file) && process.exit(1), 50).unref();
}
