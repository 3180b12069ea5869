import type { PluginServices, PluginSubscriber } from '../../../core/index.ts';
import { idOf } from '../models/id-of.ts';

/** A duty is called by who has it, so that the calendar shows whose day it is. */
export const nameDuty = (services: PluginServices): PluginSubscriber => ({
  entity: 'duty',
  async run(tx, events) {
    const records = services.records(services.self, tx);
    const ids = events
      .filter(({ type, changes }) => type.endsWith('.created') || 'person' in changes)
      .flatMap(({ recordId }) => recordId ?? []);
    const duties = (await records.read('duty', ids)).filter((one) => one !== null);
    const people = await services.people(
      duties.flatMap(({ person }) => idOf(person) ?? []),
      tx,
    );
    const changes = duties.flatMap((duty) => {
      const created = events.find(({ recordId }) => recordId === duty.id)!.changes;
      const name = people.find(({ id }) => id === idOf(duty['person']))?.name;
      return name !== undefined && duty['name'] !== name && !created['name']
        ? [{ id: duty.id, values: { name } }]
        : [];
    });
    if (changes.length > 0) await records.update('duty', changes);
  },
});
