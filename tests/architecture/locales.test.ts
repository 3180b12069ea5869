import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemFields } from '../../core/entity/definition.ts';
import { loadPlugins } from '../../core/load-plugins.ts';
import type { ScreenNode } from '../../core/index.ts';
import { createRegistry, locales } from '../../core/registry.ts';
import { noPlugin } from '../support/no-plugin.ts';
import { projectFiles, readJson, readSource } from './sources.ts';
import { templateTexts } from './template-texts.ts';

const files = projectFiles();
const english = files.filter((file) => /\/locales\/([a-z-]+\.)?en\.json$/.test(file));
const chineseOf = (file: string): string => file.replace(/en\.json$/, 'zh-CN.json');

/** Plural forms differ by language: `key_one` and `key_other` are one text. */
const keysOf = (texts: Record<string, string>): string[] =>
  [
    ...new Set(Object.keys(texts).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))),
  ].toSorted();
const paramsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{-?\s*(\w+)/g)].map((match) => match[1] ?? ''))]
    .filter((name) => name !== 'count')
    .toSorted();

describe.each(english)('%s', (file) => {
  test('has the same texts in Chinese, that fill nothing else in', () => {
    const [en, zh] = [readJson(file), readJson(chineseOf(file))];
    expect(keysOf(zh)).toEqual(keysOf(en));
    // A sentence may do without one, but not ask for what is not given.
    const unequal = Object.keys(en).filter((key) =>
      paramsOf(zh[key] ?? '').some((name) => !paramsOf(en[key] ?? '').includes(name)),
    );
    expect(unequal).toEqual([]);
  });

  test('is flat, and says something everywhere', () => {
    const both = [...Object.entries(readJson(file)), ...Object.entries(readJson(chineseOf(file)))];
    expect(both.filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
  });
});

describe('texts of plugins', async () => {
  const plugins = await loadPlugins(undefined);
  const registry = await createRegistry(plugins);
  const after = (id: string): string => id.split('.').slice(1).join('.');
  const titlesOf = (nodes: readonly ScreenNode[] = []): string[] =>
    nodes.flatMap((node) => [
      ...(typeof node.title === 'string' ? [node.title] : []),
      ...('children' in node ? titlesOf(node.children) : []),
    ]);

  test.each(plugins)('$id has a text for everything it declares', (plugin) => {
    const keys = [
      ...plugin.entities.flatMap((entity) => [
        `entity.${entity.id}.one`,
        `entity.${entity.id}.many`,
        ...Object.entries(entity.fields).flatMap(([field, { options = [] }]) => [
          `field.${entity.id}.${field}`,
          ...options.map((option) => `option.${entity.id}.${field}.${option.value}`),
        ]),
      ]),
      ...plugin.screens.flatMap((screen) => [
        `screen.${after(screen.id)}`,
        ...(screen.nav ? [`nav.${screen.nav.group}`] : []),
      ]),
      ...plugin.reports.flatMap((report) => [
        `report.${after(report.id)}`,
        `report.${after(report.id)}.help`,
      ]),
      ...plugin.roles.map((role) => `role.${after(role.id)}`),
      ...(plugin.channels?.(noPlugin) ?? []).map((channel) => `channel.${channel.id}`),
      ...plugin.tasks.flatMap((task) => [`task.${after(task.id)}`, `task.${after(task.id)}.help`]),
    ].map((key) => `${plugin.id}.${key}`);
    keys.push(
      ...plugin.screens.flatMap((screen) => titlesOf([...(screen.side ?? []), ...(screen.body ?? [])])),
    );
    const figures = plugin.reports.flatMap(({ definition }) => definition.measures.map(({ title }) => title));
    keys.push(...figures.filter((title) => typeof title === 'string'));
    const missing = locales.flatMap((locale) => {
      const own = readJson(`plugins/${plugin.id}/locales/${locale}.json`);
      return keys.filter((key) => !(key in own)).map((key) => `${locale}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  test('have a word for each value that a step of a flow may be given', () => {
    const missing = [...registry.tasks.values()].flatMap(({ id, input }) => {
      const { properties = {} } = z.toJSONSchema(input, { io: 'input' });
      return Object.entries(properties).flatMap(([name, property]) => {
        // The cast: its schemas are objects all.
        const { enum: values = [], optionsOf } = property as { enum?: string[]; optionsOf?: string };
        const [plugin, ...rest] = id.split('.');
        const keys = values
          // Names that are the same in all languages, such as `GET`.
          .filter((value) => optionsOf === undefined && !/^[A-Z]+$/.test(value))
          .map((value) => `${plugin}.task.${rest.join('.')}.input.${name}.${value}`);
        return locales.flatMap((locale) =>
          keys.filter((key) => registry.find(locale, key) === undefined).map((key) => `${locale}: ${key}`),
        );
      });
    });
    expect(missing).toEqual([]);
  });

  test('declare no field with a system name', () => {
    const taken = new Set<string>(systemFields);
    const clashes = registry
      .entities()
      .flatMap((entity) => Object.keys(entity.fields).filter((id) => taken.has(id)));
    expect(clashes).toEqual([]);
  });
});

test('every problem has its sentence', () => {
  const known = new Set(
    english.filter((file) => file.startsWith('core/')).flatMap((file) => Object.keys(readJson(file))),
  );
  const sources = files.filter((file) => /^core\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'));
  const missing = sources.flatMap((file) =>
    [...readSource(file).matchAll(/new Problem\(\{[^}]*?\bcode: '([a-z.-]+)'/g)]
      .map((match) => `problem.${match[1]}`)
      .filter((key) => !known.has(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('templates hold no text of their own', () => {
  const sources = files.filter(
    (file) =>
      /^(web|designer)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts') && !file.includes('/gallery/'),
  );
  const found = sources.flatMap((file) => templateTexts(readSource(file)).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

test('the check of templates finds what it must', () => {
  const source = [
    'html`<p class="a">Good morning</p>`',
    'html`<input placeholder="Your name" .value=${x} /><b>${t("k")}</b>`',
    'html`${list.map((item) => html`<li>Deep inside</li>`)}`',
    'html`<span>${count}</span><rl-icon name="plus"></rl-icon><kbd>Ctrl</kbd> · <i>×</i>`',
  ].join('\n');
  expect(templateTexts(source)).toEqual(['Good morning', 'Your name', 'Deep inside']);
});
