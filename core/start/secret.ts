import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** `RELATA_SECRET`; on one's own machine a random one, made once and kept in the data folder. */
export async function ownSecret(config: Config): Promise<string> {
  if (config.secret) return config.secret;
  const file = join(config.dataDirectory, 'secret');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept) return kept;
  const made = randomBytes(32).toString('base64url');
  await mkdir(config.dataDirectory, { recursive: true });
  await writeFile(file, made, { mode: 0o600 });
  return made;
}
