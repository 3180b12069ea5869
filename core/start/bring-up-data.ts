/** What a start brings the database up to: tables of all entities, flows of all plugins, partitions, sample data. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '../plugin.ts';
import type { Services } from '../services.ts';

export async function bringUpData({
  definitions,
  configuration,
  registry,
  events,
  clock,
  log,
  flows,
}: Pick<
  Services,
  'definitions' | 'configuration' | 'registry' | 'events' | 'clock' | 'log' | 'flows'
>): Promise<void> {
  await events.prepare(clock.now());
  for (const plan of await definitions.start())
    log.info({ entity: plan.entity, steps: plan.steps.map((step) => step.kind) }, 'schema plan applied');
  await configuration.refresh();
  for (const plugin of registry.plugins) await deployFlows(plugin, { flows, log });
}

async function deployFlows(plugin: Plugin, { flows, log }: Pick<Services, 'flows' | 'log'>): Promise<void> {
  if (!plugin.flows) return;
  const folder = fileURLToPath(new URL(dirname(plugin.flows) + '/', plugin.url));
  const ending = basename(plugin.flows).replace('*', '');
  for (const file of (await readdir(folder)).toSorted())
    if (file.endsWith(ending)) {
      const xml = await readFile(folder + file, 'utf8');
      const outcome = await flows.deployBase({ plugin: plugin.id, file, xml });
      if (outcome !== 'unchanged') log.info({ plugin: plugin.id, file, outcome }, 'flow of a plugin');
    }
}
