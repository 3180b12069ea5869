import { randomBytes } from 'node:crypto';
import { checkOrigins, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';

/** A website gets its key when it is made; its pages are named as browsers name them. */
export const checkSite = (services: PluginServices): PluginSubscriber => ({
  entity: 'service-site',
  async run(tx, events) {
    for (const { type, changes, recordId } of events) {
      checkOrigins(changes['origins']?.after);
      if (type === 'service-site.created' && recordId !== null && !changes['key'])
        await services
          .records(services.self, tx)
          .update('service-site', [{ id: recordId, values: { key: randomBytes(12).toString('hex') } }]);
    }
  },
});
