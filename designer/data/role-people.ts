import { api } from '../../web/data/client.ts';
import type { Page } from '../../web/data/records.ts';

/** How many people who can work hold each role, by its id; a role that is not there has nobody. */
export const loadRolePeople = async (): Promise<ReadonlyMap<string, number>> => {
  const { items } = await api.get<Page<{ role: string; people: number }>>('/api/roles/people');
  return new Map(items.map(({ role, people }) => [role, people]));
};
