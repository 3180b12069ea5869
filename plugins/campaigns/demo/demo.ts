import type { DemoServices } from '../../../core/index.ts';
import { segments } from './segments.ts';
import { templates } from './templates.ts';

/** A marketer, whom she wants to reach, and what she writes to them. */
export async function demo(services: DemoServices): Promise<void> {
  const people = await services.users([{ name: 'Mara Lind', roles: ['campaigns.marketer'] }]);
  const marketer = services.as({ user: people['Mara Lind'] ?? '' });
  await marketer.create('segment', segments);
  await marketer.create('template', templates);
}
