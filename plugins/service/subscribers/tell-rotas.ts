import { idOf, type PluginServices, type PluginSubscriber, type RelataEvent } from '../../../core/index.ts';

const counted = {
  'duty-place': ['person', 'position', 'rota'],
  'duty-leave': ['person', 'from', 'until'],
} as const;

/** Who is in a rota, and when they are away, changes whose turn it is: flows hear of it as a change of the rota. */
export const tellRotas =
  (entity: keyof typeof counted) =>
  (services: PluginServices): PluginSubscriber => ({
    entity,
    async run(tx, events) {
      const told = events.filter(
        ({ type, changes }) =>
          !type.endsWith('.updated') || counted[entity].some((field) => field in changes),
      );
      if (told.length === 0) return;
      const rotas =
        entity === 'duty-place'
          ? valuesOf(told, 'rota')
          : (
              await services
                .records(services.self, tx)
                .find('duty-place', { person: { in: valuesOf(told, 'person') } }, { limit: 1_000 })
            ).flatMap(({ rota }) => idOf(rota) ?? []);
      const facts = [...new Set(rotas)].map((recordId) => ({
        type: 'service.rota-changed',
        entity: 'duty-rota',
        recordId,
      }));
      if (facts.length > 0) await services.emit(facts, tx);
    },
  });

/** As it is, and as it was. */
const valuesOf = (events: readonly RelataEvent[], field: string): string[] =>
  events.flatMap(({ record, changes }) =>
    [record?.[field], changes[field]?.before].flatMap((value) => idOf(value) ?? []),
  );
