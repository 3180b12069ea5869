import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript, type World } from '../world.ts';

/** Workflows per second of DBOS on the same server, doing the like. Installed for this run only. */
export async function peerRate(world: World, workflows: number): Promise<number> {
  const folder = join(world.folder, 'peer');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  execFileSync('npm', ['install', '--silent', '@dbos-inc/dbos-sdk'], { cwd: folder, stdio: 'ignore' });
  await copyFile(join(import.meta.dirname, 'dbos.mjs'), join(folder, 'dbos.mjs'));
  const output = await runScript(join(folder, 'dbos.mjs'), {
    cwd: folder,
    env: { DATABASE_URL: await world.otherDatabase('peer'), WORKFLOWS: String(workflows) },
  });
  return Number(/rate (\S+)/.exec(output)?.[1]);
}
