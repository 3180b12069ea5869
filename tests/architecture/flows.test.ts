import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { httpRequest } from '../../core/channel/tasks/http-request.ts';
import { sendEmail } from '../../core/channel/tasks/send-email.ts';
import { sendSms } from '../../core/channel/tasks/send-sms.ts';
import { deploy } from '../../core/flow/deploy/index.ts';
import { recordTasks } from '../../core/flow/tasks/record-tasks.ts';
import { loadPlugins } from '../../core/load-plugins.ts';
import { createRegistry } from '../../core/registry.ts';
import { reportTasks } from '../../core/report/index.ts';
import { sayNames, usePluginNames } from '../../designer/moddle/plugin-names.ts';
import { readDiagram, writeDiagram } from '../../designer/moddle/read-diagram.ts';
import { readSource } from './sources.ts';

function nothing(): never {
  throw new Error('Nothing runs here.');
}

const registry = await createRegistry(await loadPlugins(undefined), [
  ...recordTasks,
  sendEmail(nothing),
  sendSms(nothing),
  httpRequest([]),
  ...reportTasks(nothing),
]);

const catalogue = {
  taskTypes: new Map(
    [...registry.tasks].map(([id, task]) => [id, z.toJSONSchema(task.input, { io: 'input' })]),
  ),
  entities: new Set(registry.entities().map((entity) => entity.id)),
  roles: new Set(registry.roles.map((role) => role.id)),
  screens: new Set(registry.screens.map((screen) => screen.id)),
};

const files = registry.plugins.flatMap((plugin) =>
  [plugin.flows, plugin.starters].flatMap((pattern) =>
    pattern
      ? globSync(pattern, { cwd: fileURLToPath(new URL('.', plugin.url)) }).map((file) =>
          join('plugins', plugin.id, file),
        )
      : [],
  ),
);

/** As who begins with a starter makes it: what only they can choose, such as a template, is given. */
async function filledIn(xml: string): Promise<string> {
  const { errors } = await deploy(xml, catalogue);
  return errors
    .filter(({ code }) => code === 'task-input-missing')
    .reduce((filled, { element, params }) => {
      const [before, after] = filled.split(`id="${element}"`, 2) as [string, string];
      const given = `<relata:input name="${String(params['input'])}" value="$subject.id" />`;
      return `${before}id="${element}"${after.replace(/<relata:task [^>]*>/, `$&${given}`)}`;
    }, xml);
}

test('there are flows', () => expect(files.length).toBeGreaterThan(0));

test.each(files)('%s deploys without an error or a warning, under its own name', async (file) => {
  const xml = readSource(file);
  const result = await deploy(file.includes('/starters/') ? await filledIn(xml) : xml, catalogue);
  expect([...result.errors, ...result.warnings]).toEqual([]);
  expect(result.flows.map((flow) => `${flow.key}.bpmn`)).toEqual([file.split('/').at(-1)]);
  expect(xml).toContain('<bpmndi:BPMNDiagram');
  expect(xml.startsWith('<?xml')).toBe(true);
});

const named =
  /<(bpmn:(?!message |signal |error |escalation )\w+|relata:field|relata:option) (?:[^>]*? )?(?:name|label)="/;

test('the names that people read in a flow of a plugin are there in all languages', async () => {
  const missing: string[] = [];
  for (const { id, flows = '', url } of registry.plugins) {
    for (const file of flows ? globSync(flows, { cwd: fileURLToPath(new URL('.', url)) }) : []) {
      const { definitions } = await readDiagram(readSource(join('plugins', id, file)));
      const keys = registry.keys(`${id}.flow.`).map((key) => key.slice(`${id}.flow.`.length));
      // Every name that has its text becomes a mark; one that is left was not translated.
      usePluginNames(
        Object.fromEntries(keys.map((key) => [key, [registry.find('en', `${id}.flow.${key}`) ?? '', '✓']])),
      );
      sayNames(definitions);
      const left = (await writeDiagram(definitions)).split('\n').filter((line) => named.test(line));
      missing.push(
        ...left.filter((line) => !/(?:name|label)="✓"/.test(line)).map((line) => `${file}: ${line.trim()}`),
      );
      missing.push(
        ...keys.filter((key) => !/[\u4e00-\u9fff]/.test(registry.find('zh-CN', `${id}.flow.${key}`) ?? '')),
      );
    }
  }
  usePluginNames({});
  expect(missing).toEqual([]);
});
