import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from './build-web.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'relata-web-'));
  await mkdir(join(root, 'web'));
  await symlink(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, 'web/index.html'), '<script type="module" src="/main.ts"></script>');
  await writeFile(join(root, 'web/main.ts'), 'console.log(1);');
  await writeFile(
    join(root, 'vite.config.ts'),
    `export default { build: { outDir: '../dist/web', emptyOutDir: true } };`,
  );
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('builds once, and again only when a source changed', async () => {
  // given nothing built yet
  expect((await buildWeb(root)).built).toBe(true);
  // when only the time of a file changes
  await utimes(join(root, 'web/main.ts'), new Date(), new Date());
  // then what is there is still right
  expect((await buildWeb(root)).built).toBe(false);
  // when its text changes
  await writeFile(join(root, 'web/main.ts'), 'console.log(2);');
  let announced = 0;
  expect((await buildWeb(root, () => announced++)).built).toBe(true);
  expect(announced).toBe(1);
});
