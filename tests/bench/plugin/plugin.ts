import { definePlugin, defineRole } from '../../../core/index.ts';
import { count } from './count.ts';

const own = defineRole({
  id: 'bench.own',
  grants: [{ entity: 'contact', actions: ['read'], where: { owner: { eq: '$actor.id' } } }],
});

/** A role that sees own contacts only, for the figures of lists. */
export const bench = definePlugin({
  id: 'bench',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers'],
  tasks: [count],
  roles: [own],
});
