import { idOf, readMany, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';

/** A duty, a place in a rota, an absence and an agent are called by whose they are, so that calendars and lists show it. */
export const namePerson =
  (entity: 'duty' | 'duty-place' | 'duty-leave' | 'service-agent') =>
  (services: PluginServices): PluginSubscriber => ({
    entity,
    async run(tx, events) {
      const records = services.records(services.self, tx);
      const ids = events
        .filter(({ type, changes }) => type.endsWith('.created') || 'person' in changes)
        .flatMap(({ recordId }) => recordId ?? []);
      const found = await readMany(records, entity, ids);
      const people = await services.people(
        found.flatMap(({ person }) => idOf(person) ?? []),
        tx,
      );
      const changes = found.flatMap((one) => {
        const created = events.find(({ recordId }) => recordId === one.id)!.changes;
        const name = people.find(({ id }) => id === idOf(one['person']))?.name;
        return name !== undefined && one['name'] !== name && !created['name']
          ? [{ id: one.id, values: { name } }]
          : [];
      });
      if (changes.length > 0) await records.update(entity, changes);
    },
  });
