import type {
  SavedView,
  ViewDefinition,
  ViewKind,
  ViewSharing,
} from '../../../core/screen/view/saved-view.ts';
import { api } from '../../data/client.ts';

export type { SavedView, ViewDefinition, ViewKind, ViewSharing };

export interface ViewInput {
  entity: string;
  kind: ViewKind;
  name: string;
  sharing: ViewSharing;
  roles: string[];
  definition: ViewDefinition;
}

export const listViews = async (entity: string, kind: ViewKind): Promise<SavedView[]> => {
  const query = new URLSearchParams({ entity, kind });
  return (await api.get<{ items: SavedView[] }>(`/api/views?${query}`)).items;
};

export const createView = (view: ViewInput): Promise<SavedView> => api.post('/api/views', view);

export const changeView = (
  view: Pick<SavedView, 'id' | 'version'>,
  change: Partial<Pick<SavedView, 'name' | 'sharing' | 'roles' | 'definition'>>,
): Promise<SavedView> =>
  api.patch(`/api/views/${encodeURIComponent(view.id)}`, { ...change, version: view.version });

export const deleteView = (id: string): Promise<unknown> =>
  api.delete(`/api/views/${encodeURIComponent(id)}`);

export const setDefaultView = (choice: {
  entity: string;
  kind: ViewKind;
  view: string | null;
}): Promise<unknown> => api.put('/api/views/default', choice);
