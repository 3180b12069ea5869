import { api } from '../../web/data/client.ts';
import { locale, type Locale } from '../../web/data/locale.ts';
import { usePluginNames, type PluginNames } from '../moddle/plugin-names.ts';

const known = new Map<Locale, Promise<void>>();

/** Asked once per language; without an answer diagrams are as they are drawn. */
export function loadPluginNames(): Promise<void> {
  const language = locale();
  const asked =
    known.get(language) ??
    api.get<{ names: PluginNames }>('/api/flow-names').then(
      ({ names }) => usePluginNames(names),
      () => void known.delete(language),
    );
  known.set(language, asked);
  return asked;
}
