/** A bicycle workshop: a third party's plugin, small, on the public interface only. Tests load it by path. */
import { definePlugin, defineRole } from '../../../core/index.ts';
import { bicycle } from './entities/bicycle.ts';
import { bicycleRecord } from './screens/bicycle-record.ts';
import { bicycles } from './screens/bicycles.ts';
import { repairs } from './screens/repairs.ts';

export const velo = definePlugin({
  id: 'velo',
  version: '1.0.0',
  relata: '^1.0.0',
  uses: ['customers'],
  entities: [bicycle],
  screens: [repairs, bicycles, bicycleRecord],
  roles: [
    defineRole({
      id: 'velo.mechanic',
      grants: [
        { entity: 'velo.bicycle', actions: ['read', 'update'], where: { owner: { eq: '$actor.id' } } },
        { entity: 'account', actions: ['read'] },
      ],
    }),
  ],
  flows: 'flows/*.bpmn',
  url: import.meta.url,
});
