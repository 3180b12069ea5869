import { api } from './client.ts';

export interface PackStep {
  kind: string;
  id: string;
  title: string;
  act: 'add' | 'change' | 'same' | 'conflict';
  differences: { path: string[]; before: unknown; after: unknown }[];
  missing: { kind: string; id: string }[];
  /** E-mails of people whom it names and who are not here. */
  absent: string[];
}

/** A definition that was made in the browser. */
export interface PackContent {
  kind: string;
  id: string;
  title: string;
  /** Holds data of records: leaves only when asked. */
  holdsRecords: boolean;
}

export interface PackImport {
  id: string;
  name: string;
  written: number;
  at: string;
  undoneAt: string | null;
  by: { id: string; title: string };
}

export const planPack = (file: Blob): Promise<{ name: string; steps: PackStep[] }> =>
  api.upload('/api/packs/plan', file);

export const importPack = (file: Blob): Promise<{ id: string; written: number }> =>
  api.upload('/api/packs', file);

export const listPacks = async (): Promise<PackImport[]> =>
  (await api.get<{ items: PackImport[] }>('/api/packs')).items;

export const undoPack = (id: string): Promise<unknown> => api.post(`/api/packs/${id}/undo`);

/** What an export would hold now. */
export const listPackContents = async (): Promise<PackContent[]> =>
  (await api.get<{ items: PackContent[] }>('/api/packs/contents')).items;

/** Where an export is fetched; data of records goes along only when asked. */
export const packAddress = (withRecords: boolean): string =>
  `/api/packs/export${withRecords ? '?records=true' : ''}`;
