import { randomBytes } from 'node:crypto';
import { invalid, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';

/** A website gets its key when it is made; its pages are named as browsers name them. */
export const checkSite = (services: PluginServices): PluginSubscriber => ({
  entity: 'service-site',
  async run(tx, events) {
    for (const { type, changes, recordId } of events) {
      const origins = changes['origins']?.after;
      const wrong = Array.isArray(origins) && origins.find((origin) => !isOrigin(String(origin)));
      if (wrong)
        throw invalid([
          { pointer: '/origins', code: 'service-site-origin', params: { origin: String(wrong) } },
        ]);
      if (type === 'service-site.created' && recordId !== null && !changes['key'])
        await services
          .records(services.self, tx)
          .update('service-site', [{ id: recordId, values: { key: randomBytes(12).toString('hex') } }]);
    }
  },
});

const isOrigin = (typed: string): boolean =>
  /^https?:/.test(typed) && URL.canParse(typed) && new URL(typed).origin === typed;
