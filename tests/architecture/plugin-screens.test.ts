import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Plugin } from '../../core/plugin.ts';
import { checkContent } from '../../core/screen/content-shape.ts';

const folder = join(import.meta.dirname, '../../plugins');

test('every screen that our plugins bring has the shape that files are held to', async () => {
  const names = await readdir(folder);
  const modules = await Promise.all(
    names.map(async (name) => Object.values((await import(join(folder, name, 'plugin.ts'))) as object)),
  );
  // The cast: each of these modules exports its plugin.
  const screens = (modules.flat() as Plugin[]).flatMap((plugin) => plugin.screens ?? []);
  expect(screens.length).toBeGreaterThan(30);
  for (const screen of screens)
    expect(() => checkContent({ definition: screen, overlays: [{ operations: [] }] }, screen)).not.toThrow();
});
