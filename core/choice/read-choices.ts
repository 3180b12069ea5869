import type { PluginServices } from '../plugin.ts';
import type { Locale } from '../registry.ts';
import { choicePlace, type Choice, type ChoiceSource } from './choice-source.ts';
import { coreSources } from './core-sources.ts';

export interface ReadSource {
  id: string;
  label: string;
  /** What it means that nothing is chosen. */
  none?: string;
  options: Choice[];
}

export type Choices = ReadonlyMap<string, ReadSource>;

/** Every source with what can be chosen from it now, as a reader of this language sees it. */
export async function readChoices(services: PluginServices, locale: Locale): Promise<Choices> {
  // The cast: what plugins offer at this place is typed where they write it.
  const sources = [...coreSources, ...(services.offered(choicePlace) as readonly ChoiceSource[])];
  const read = await Promise.all(
    sources.map(async ({ id, name, none, read: options }): Promise<ReadSource> => ({
      id,
      label: services.text(locale, name),
      ...(none && { none: services.text(locale, none) }),
      options: await options(services, locale),
    })),
  );
  return new Map(read.map((source) => [source.id, source]));
}
