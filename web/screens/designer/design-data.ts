import type { FindingView } from '../../../core/screen/finding-view.ts';
import type { OpenScreen } from '../../../core/screen/edit/open-screen.ts';
import type { ScreenSummary } from '../../../core/screen/edit/list-screens.ts';
import type { NewScreen } from '../../../core/screen/edit/create-screen.ts';
import type { Operation } from '../../../core/screen/overlay/operation.ts';
import type { Variant } from '../../../core/screen/store/screen-rows.ts';
import type { TreeNode } from '../../../core/screen/tree/screen-tree.ts';
import { api } from '../../data/client.ts';
import { listReports } from '../../data/reports.ts';
import type { Meta } from '../../data/meta.ts';

export type { FindingView, NewScreen, OpenScreen, Operation, ScreenSummary, TreeNode, Variant };

export interface ScreenChangeItem extends Variant {
  id: string;
  kind: 'definition' | 'overlay';
  isEmpty: boolean;
  note: string | null;
  author: string | null;
  changedAt: string;
}

const path = (id: string, rest = ''): string => `/api/screens/${encodeURIComponent(id)}${rest}`;

export const listScreens = async (): Promise<ScreenSummary[]> =>
  (await api.get<{ items: ScreenSummary[] }>('/api/screens')).items;

export const createScreen = (screen: NewScreen): Promise<{ id: string }> => api.post('/api/screens', screen);

export function openScreen(id: string, { role, device }: Variant): Promise<OpenScreen> {
  const query = new URLSearchParams({ ...(role && { role }), ...(device && { device }) }).toString();
  return api.get(path(id, query && `?${query}`));
}

export const checkScreen = async (tree: TreeNode, signal: AbortSignal): Promise<FindingView[]> =>
  (await api.post<{ problems: FindingView[] }>('/api/screens/check', { tree }, { signal })).problems;

export interface SaveInput {
  tree: TreeNode;
  keep: readonly Operation[];
  version: number;
  note: string | null;
}

export const saveScreen = (id: string, variant: Variant, input: SaveInput): Promise<OpenScreen> =>
  api.put(path(id), { ...variant, ...input });

export const resetScreen = (id: string, variant: Variant): Promise<OpenScreen> =>
  api.post(path(id, '/reset'), variant);

export const deleteScreen = (id: string): Promise<unknown> => api.delete(path(id));

export const listChanges = async (id: string): Promise<ScreenChangeItem[]> =>
  (await api.get<{ items: ScreenChangeItem[] }>(path(id, '/changes'))).items;

export const restoreChange = (id: string, change: string): Promise<unknown> =>
  api.post(path(id, '/restore'), { change });

/** What a person with one role alone sees. */
export interface SeenAs extends Meta {
  /** Ids of the reports they may open. */
  reports: readonly string[];
}

export const loadMetaAs = async (role: string): Promise<SeenAs> => {
  const [meta, reports] = await Promise.all([
    api.get<Meta>(`/api/meta?role=${encodeURIComponent(role)}`),
    listReports({ viewAs: role }),
  ]);
  return { ...meta, reports: reports.map(({ id }) => id) };
};
