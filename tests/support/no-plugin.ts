import type { PluginServices } from '../../core/index.ts';

/** For handlers under test that ask nothing of the core but records: asking says so. */
// The cast: any member that is asked for throws.
export const noPlugin = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`This test hands no plugin services over, and ${String(name)} was asked for.`);
    },
  },
) as PluginServices;
