import { api } from '../../web/data/client.ts';
import type { Page } from '../../web/data/records.ts';

/** Somebody else who has the flow open, or oneself at another tab. */
export interface Editor {
  tab: string;
  name: string;
  isSelf: boolean;
  base: number;
  isChanged: boolean;
  since: string;
}

const path = (key: string, tab: string): string => `/api/flows/${encodeURIComponent(key)}/editors/${tab}`;

/** Says that this tab is here; answers the others. */
export const keepEditor = async (
  key: string,
  tab: string,
  state: { base: number; isChanged: boolean },
): Promise<Editor[]> => (await api.put<Page<Editor>>(path(key, tab), state)).items;

/** While the page goes: nobody waits for the answer. */
export const leaveEditor = (key: string, tab: string): void => {
  void fetch(path(key, tab), { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(
    () => {},
  );
};
