import { idOf, Problem, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';
import { readWhole } from '../models/social/read-whole.ts';
import { whatStops } from '../models/social/what-stops.ts';

/** What a post says at an account, and whether it goes there, is part of what somebody agreed to. */
export const checkSocialTarget = (services: PluginServices): PluginSubscriber => ({
  entity: 'social-target',
  async run(tx, events) {
    for (const { changes, recordId, actor, record, type } of events) {
      const isOther =
        type === 'social-target.created' || type === 'social-target.deleted' || 'text' in changes;
      if (actor === services.self.id || recordId === null || !isOther) continue;
      const [found] = await services.records(services.self, tx).read('social-target', [recordId]);
      const post =
        record?.['post'] ?? changes['post']?.after ?? changes['post']?.before ?? idOf(found?.['post']);
      const whole = await readWhole(services, String(post), tx);
      if (!whole || whole.post['status'] !== 'planned') continue;
      if (whole.isAgreed) throw new Problem({ status: 409, code: 'social-agreed' });
      const stop = whatStops(whole);
      if (stop) throw new Problem({ status: 422, ...stop });
    }
  },
});
