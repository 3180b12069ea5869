import type { PluginServices, PluginSubscriber } from '../../../core/index.ts';
import { keepLevels } from '../models/keep-level.ts';

/** What the promised times hang on. */
const fields = ['status', 'priority', 'queue', 'firstAnsweredAt', 'askedAt'];

/** Whoever changes a request, and how: its promised times are right when the change is there. */
export const ticketLevel = (services: PluginServices): PluginSubscriber => ({
  entity: 'ticket',
  run: async (tx, events) => {
    const ids = events
      .filter(({ type, changes }) => type.endsWith('.created') || fields.some((field) => field in changes))
      .flatMap(({ recordId }) => recordId ?? []);
    if (ids.length > 0) await keepLevels(services, tx, [...new Set(ids)]);
  },
});
