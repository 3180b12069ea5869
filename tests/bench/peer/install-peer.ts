import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript, type World } from '../world.ts';

export interface Peer {
  /** Its name in the registry. */
  package: string;
  /** Beside this file; prints `rate <per second>`. */
  script: string;
  count: number;
}

/** Runs per second of a peer on the same machine, doing the like. Installed for this run only. */
export async function peerRate(world: World, { package: name, script, count }: Peer): Promise<number> {
  const label = script.replace('.mjs', '').replaceAll('-', '_');
  const folder = join(world.folder, label);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  execFileSync('npm', ['install', '--silent', name], { cwd: folder, stdio: 'ignore' });
  await copyFile(join(import.meta.dirname, script), join(folder, script));
  const output = await runScript(join(folder, script), {
    cwd: folder,
    env: { DATABASE_URL: await world.otherDatabase(label), COUNT: String(count) },
  });
  return Number(/rate (\S+)/.exec(output)?.[1]);
}
