import { Problem, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';
import { readWhole } from '../models/social/read-whole.ts';
import { whatStops } from '../models/social/what-stops.ts';

const said = ['text', 'link', 'picture', 'pictureText'];
const goesOut = ['review', 'planned'];

/** A post is planned only as it could be posted, and one that somebody agreed to stays as it was. */
export const checkSocialPost = (services: PluginServices): PluginSubscriber => ({
  entity: 'social-post',
  async run(tx, events) {
    for (const { changes, recordId, actor, type } of events) {
      const status = changes['status']?.after;
      const isByHand = actor !== services.self.id;
      if (isByHand && type === 'social-post.updated' && (status === 'posted' || status === 'failed'))
        throw new Problem({ status: 422, code: 'social-by-posting' });
      const isChanged = said.some((field) => field in changes);
      if (recordId === null || (!isChanged && !goesOut.includes(String(status)))) continue;
      const whole = await readWhole(services, recordId, tx);
      if (!whole || !goesOut.includes(String(whole.post['status']))) continue;
      if (
        isChanged &&
        isByHand &&
        whole.isAgreed &&
        whole.post['status'] === 'planned' &&
        status === undefined
      )
        throw new Problem({ status: 409, code: 'social-agreed' });
      const stop = whatStops(whole);
      if (stop) throw new Problem({ status: 422, ...stop });
    }
  },
});
