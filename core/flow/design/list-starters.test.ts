import { describe, expect, test } from 'vitest';
import { systemActor } from '../../access/index.ts';
import { loadPlugins } from '../../load-plugins.ts';
import { createRegistry } from '../../registry.ts';
import { deploy } from '../deploy/index.ts';
import type { FlowParts } from '../commands/parts.ts';
import { listStarters } from './list-starters.ts';

const registry = await createRegistry(await loadPlugins(undefined));
// What it asks of the parts is the registry alone.
const parts = { registry } as unknown as FlowParts;
const inLanguage = (locale: 'en' | 'zh-CN') => listStarters(parts, { actor: { ...systemActor, locale } });

describe('starters', () => {
  test('are named and explained in the reader’s language, their diagrams too', async () => {
    const [english, chinese] = [(await inLanguage('en')).items, (await inLanguage('zh-CN')).items];

    expect(english.map(({ id }) => id)).toEqual(chinese.map(({ id }) => id));
    expect(english.filter(({ name, help }) => !name || !help.endsWith('.'))).toEqual([]);
    const written = chinese.filter(
      ({ name, help, xml }) => /[一-鿿]/.test(name + help) && /name="[一-鿿]/.test(xml),
    );
    expect(written).toEqual(chinese);
    // No name of the drawing is left in the other language.
    expect(chinese.flatMap(({ xml }) => [...xml.matchAll(/ (?:name|label)="([A-Z][^"]* [^"]*)"/g)])).toEqual(
      [],
    );
  });

  test('can be deployed in both languages', async () => {
    for (const { xml, id } of [...(await inLanguage('en')).items, ...(await inLanguage('zh-CN')).items]) {
      const { errors } = await deploy(xml, { taskTypes: new Map() });
      expect([id, errors.filter((error) => !error.code.startsWith('task-'))]).toEqual([id, []]);
    }
  });
});
