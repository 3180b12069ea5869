import { invalid, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';

/** A promise is counted in a calendar that there is. */
export const checkPolicy = (services: PluginServices): PluginSubscriber => ({
  entity: 'sla-policy',
  async run(_tx, events) {
    const named = events.flatMap(({ changes }) => changes['calendar']?.after ?? []).map(String);
    if (named.length === 0) return;
    const { calendars } = await services.company();
    const known = calendars.flatMap(({ id, name }) => [id, name.toLowerCase()]);
    const wrong = named.find((name) => !['company', ...known].includes(name.trim().toLowerCase()));
    if (wrong === undefined) return;
    const names = calendars.map(({ name }) => name).join(', ');
    const code = names === '' ? 'service-no-calendars' : 'service-calendar-unknown';
    throw invalid([{ pointer: '/calendar', code, params: { calendar: wrong, names } }]);
  },
});
