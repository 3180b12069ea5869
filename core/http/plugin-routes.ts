import type { Services } from '../services.ts';
import type { Route } from './route.ts';

/**
 * Routes that plugins bring, under their own prefixes: `/api/plugins/<id>/`, and `/p/<id>/` for pages whose address people
 * see. Another one stops the start, with the name of who did it.
 */
export const pluginRoutes = ({
  registry,
  plugin: services,
}: Pick<Services, 'registry' | 'plugin'>): Route[] =>
  registry.plugins.flatMap((plugin) => {
    const own = [`/api/plugins/${plugin.id}/`, `/p/${plugin.id}/`];
    return (plugin.routes?.(services) ?? []).map((route) => {
      if (!own.some((prefix) => route.path.startsWith(prefix)))
        throw new Error(
          `The plugin ${plugin.id} declares the route ${route.path}: it must begin with ${own.join(' or ')}.`,
        );
      return route;
    });
  });
