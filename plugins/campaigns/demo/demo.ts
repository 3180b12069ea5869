import type { DemoServices } from '../../../core/index.ts';
import { segments } from './segments.ts';

/** A marketer, and whom she wants to reach. */
export async function demo(services: DemoServices): Promise<void> {
  const people = await services.users([{ name: 'Mara Lind', roles: ['campaigns.marketer'] }]);
  await services.as({ user: people['Mara Lind'] ?? '' }).create('segment', segments);
}
