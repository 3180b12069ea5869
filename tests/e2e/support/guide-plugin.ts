import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const guide = join(import.meta.dirname, '../../../core/plugin-guide.md');

/** The plugin of the guide, file by file as a reader makes it, in a folder outside of ours; answers the folder. */
export async function makeGuidePlugin(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'relata-guide-'));
  const text = await readFile(guide, 'utf8');
  for (const [, name, content] of text.matchAll(/^```\w+ file=(\S+)\n([^]*?)^```$/gm)) {
    const path = join(folder, name!);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content!);
  }
  return folder;
}
