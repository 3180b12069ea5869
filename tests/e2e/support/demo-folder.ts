/**
 * The data folder of the demo company as the first start leaves it, made once for a run: each spec file starts on a copy,
 * which takes a tenth of a start from nothing. What a start from nothing does is the road's to show.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startRelata } from '../../support/relata-process.ts';

const variable = 'RELATA_E2E_DEMO';

/** Before the first spec; what it answers runs after the last. */
export default async function makeDemoFolder(): Promise<() => Promise<void>> {
  const folder = await newFolder();
  const relata = await startRelata({ RELATA_DATA_DIR: folder, RELATA_TEST_CLOCK: '1' });
  await relata.stop();
  process.env[variable] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Empty, or with the demo company in it. */
export async function dataFolder({ hasDemo }: { hasDemo: boolean }): Promise<string> {
  const folder = await newFolder();
  const made = process.env[variable];
  // `cp`, since the files keep their owner: PostgreSQL runs as another user when we are root, and insists on owning them.
  if (hasDemo && made) await promisify(execFile)('cp', ['-a', `${made}/.`, folder]);
  return folder;
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'relata-e2e-'));
  // PostgreSQL runs as another user when we are root, and must reach its own folder.
  await chmod(folder, 0o755);
  return folder;
}
