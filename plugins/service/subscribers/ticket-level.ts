import type { PluginServices, PluginSubscriber } from '../../../core/index.ts';
import { keepContracts } from '../models/contract/keep-contracts.ts';
import { keepLevels } from '../models/keep-level.ts';

/** What the promised times hang on. */
const fields = ['status', 'priority', 'queue', 'firstAnsweredAt', 'askedAt', 'contract'];
/** What its contract hangs on. */
const customer = ['account', 'product'];

/** Whoever changes a request, and how: its promised times are right when the change is there. */
export const ticketLevel = (services: PluginServices): PluginSubscriber => ({
  entity: 'ticket',
  run: async (tx, events) => {
    const moved = events
      .filter(({ changes }) => !changes['contract'] && customer.some((field) => field in changes))
      .flatMap(({ recordId }) => recordId ?? []);
    if (moved.length > 0) await keepContracts(services, tx, [...new Set(moved)]);
    const ids = events
      .filter(({ type, changes }) => type.endsWith('.created') || fields.some((field) => field in changes))
      .flatMap(({ recordId }) => recordId ?? []);
    if (ids.length > 0) await keepLevels(services, tx, [...new Set(ids)]);
  },
});
