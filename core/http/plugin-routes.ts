import type { Services } from '../services.ts';
import type { Route } from './route.ts';

/** Routes that plugins bring, under their own prefix; another one stops the start, with the name of who did it. */
export const pluginRoutes = ({
  registry,
  plugin: services,
}: Pick<Services, 'registry' | 'plugin'>): Route[] =>
  registry.plugins.flatMap((plugin) =>
    (plugin.routes?.(services) ?? []).map((route) => {
      if (!route.path.startsWith(`/api/plugins/${plugin.id}/`))
        throw new Error(
          `The plugin ${plugin.id} declares the route ${route.path}: it must begin with /api/plugins/${plugin.id}/.`,
        );
      return route;
    }),
  );
