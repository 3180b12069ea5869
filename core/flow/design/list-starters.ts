/** Complete flows that plugins bring to begin with, in the reader's language. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor } from '../../access/actor.ts';
import type { FlowParts, Page } from '../commands/parts.ts';
import { sayIn } from './say-in.ts';

export interface Starter {
  /** `<plugin>.<key>`. */
  id: string;
  plugin: string;
  name: string;
  help: string;
  /** The entity it is about; null for none. */
  subject: string | null;
  xml: string;
}

/** By file: what a plugin brings does not change while the server runs. */
const read = new Map<string, Promise<Starter>>();

export async function listStarters(parts: FlowParts, { actor }: { actor: Actor }): Promise<Page<Starter>> {
  const starters = await Promise.all(parts.registry.plugins.map((plugin) => ofPlugin(parts, plugin, actor)));
  return { items: starters.flat(), next: null };
}

type Plugin = FlowParts['registry']['plugins'][number];

async function ofPlugin(parts: FlowParts, plugin: Plugin, { locale }: Actor): Promise<Starter[]> {
  if (!plugin.starters) return [];
  const folder = fileURLToPath(new URL(`${dirname(plugin.starters)}/`, plugin.url));
  const ending = basename(plugin.starters).replace('*', '');
  const files = (await readdir(folder)).filter((file) => file.endsWith(ending)).toSorted();
  return Promise.all(
    files.map((file) => {
      const place = `${locale} ${folder}${file}`;
      const known = read.get(place) ?? readStarter(parts, { plugin, folder, file, locale });
      read.set(place, known);
      known.catch(() => read.delete(place));
      return known;
    }),
  );
}

interface Place {
  plugin: Plugin;
  folder: string;
  file: string;
  locale: Actor['locale'];
}

async function readStarter({ registry }: FlowParts, place: Place): Promise<Starter> {
  const { plugin, folder, file, locale } = place;
  const id = `${plugin.id}.${file.slice(0, file.lastIndexOf('.'))}`;
  const texts = `${plugin.id}.starter.${file.slice(0, file.lastIndexOf('.'))}`;
  const find = (key: string): string | undefined => registry.find(locale, key ? `${texts}.${key}` : texts);
  const drawn = await readFile(folder + file, 'utf8');
  const { xml, subject } = await sayIn(drawn, find);
  return { id, plugin: plugin.id, name: find('') ?? id, help: find('help') ?? '', subject, xml };
}
