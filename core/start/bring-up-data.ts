/** What a start brings the database up to: tables of all entities, flows of all plugins, partitions, sample data. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '../plugin.ts';
import type { Services } from '../services.ts';

type Started = Pick<
  Services,
  'definitions' | 'configuration' | 'registry' | 'events' | 'clock' | 'log' | 'flows' | 'decisions'
>;

export async function bringUpData(services: Started): Promise<void> {
  const { definitions, configuration, registry, events, clock, log } = services;
  await events.prepare(clock.now());
  for (const plan of await definitions.start())
    log.info({ entity: plan.entity, steps: plan.steps.map((step) => step.kind) }, 'schema plan applied');
  await configuration.refresh();
  for (const plugin of registry.plugins) await deployFiles(plugin, services);
}

/** Decisions come first: flows that ask for what is not there are refused. */
async function deployFiles(
  plugin: Plugin,
  { flows, decisions, log }: Pick<Services, 'flows' | 'decisions' | 'log'>,
): Promise<void> {
  for (const [pattern, what, { deployBase }] of [
    [plugin.decisions, 'decisions of a plugin', decisions],
    [plugin.flows, 'flow of a plugin', flows],
  ] as const)
    for (const [file, xml] of await filesOf(plugin, pattern)) {
      const outcome = await deployBase({ plugin: plugin.id, file, xml });
      if (outcome !== 'unchanged') log.info({ plugin: plugin.id, file, outcome }, what);
    }
}

async function filesOf(plugin: Plugin, pattern: string | undefined): Promise<[name: string, text: string][]> {
  if (pattern === undefined) return [];
  const folder = fileURLToPath(new URL(dirname(pattern) + '/', plugin.url));
  const ending = basename(pattern).replace('*', '');
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(folder + name, 'utf8')]),
  );
}
