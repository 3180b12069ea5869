import { invalid, type PluginSubscriber } from '../../../core/index.ts';

/** A promotion by the clock of a zone that does not exist would never be on. */
export const checkPromotion: PluginSubscriber = {
  entity: 'promotion',
  run(_tx, events) {
    for (const { changes } of events) {
      const zone = changes['timeZone']?.after;
      if (typeof zone === 'string' && zone !== '' && !isZone(zone))
        throw invalid([{ pointer: '/timeZone', code: 'not-time-zone' }]);
    }
    return Promise.resolve();
  },
};

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
