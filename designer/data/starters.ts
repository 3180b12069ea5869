import { api } from '../../web/data/client.ts';
import type { Page } from '../../web/data/records.ts';

/** A complete flow to begin with. */
export interface Starter {
  id: string;
  plugin: string;
  name: string;
  help: string;
  /** The entity it is about. */
  subject: string | null;
  xml: string;
}

export const listStarters = async (): Promise<Starter[]> =>
  (await api.get<Page<Starter>>('/api/starters')).items;
