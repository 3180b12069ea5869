import type { FieldType } from '../../core/entity/definition.ts';
import { api } from './client.ts';

export type ImportState = 'ready' | 'running' | 'stopping' | 'stopped' | 'completed' | 'failed';
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export interface ImportColumn {
  column: number;
  name: string;
  kind: 'empty' | 'integer' | 'number' | 'date' | 'boolean' | 'email' | 'text';
  samples: string[];
  empty: number;
  distinct: number;
  dateOrders: DateOrder[];
  decimal: '.' | ',' | null;
}

export interface ColumnMapping {
  column: number;
  field: string | null;
  key?: string;
  values?: Record<string, string | null>;
  unmatched?: 'reject' | 'empty';
  dateOrder?: DateOrder;
  decimal?: '.' | ',';
  currency?: string;
  score?: number;
}

export interface ImportField {
  id: string;
  type: FieldType;
  required?: boolean;
  entity?: string;
  unique?: boolean;
  options?: { value: string }[];
}

export interface ImportOptions {
  duplicates: 'create' | 'update' | 'skip';
  keys: string[];
  defaults: Record<string, unknown>;
  emptyClears: boolean;
  startFlows: boolean;
  roles: string[];
  managerRoles: string[];
}

export interface ImportItem {
  id: string;
  target: string;
  name: string;
  state: ImportState;
  /** `indexes`: all rows are in, and the search is being built. */
  phase: 'rows' | 'deferred' | 'indexes';
  parent: string | null;
  /** When the file and the rejected rows are removed; null while it runs. */
  keptUntil: string | null;
  source: {
    encoding: string;
    delimiter: string;
    hasHeader: boolean;
    size: number;
    columns: ImportColumn[];
    sample: string[][];
  };
  mapping: ColumnMapping[];
  options: ImportOptions;
  fields: ImportField[];
  /** Required fields that nothing fills. */
  missing: string[];
  /** Columns whose dates read two ways. */
  askDateOrder: number[];
  progress: {
    read: number;
    written: number;
    created: number;
    updated: number;
    rejected: number;
    skipped: number;
    waiting: number;
    bytes: number;
    size: number;
  };
  rate: number | null;
  problem: { code: string; detail: string } | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

export interface UnmatchedColumn {
  column: number;
  field: string;
  kind: 'option' | 'record' | 'user';
  entity: string | null;
  values: { value: string; count: number; suggestion: string | null }[];
  distinct: number;
}

export interface ReasonGroup {
  code: string;
  field?: string;
  column?: number;
  count: number;
  message: string;
  examples: { row: number; line: number; cells: string[]; message: string }[];
}

export interface ImportPreview {
  checked: number;
  isWhole: boolean;
  created: number;
  updated: number;
  skipped: number;
  rejected: number;
  waiting: number;
  reasons: ReasonGroup[];
  unmatched: UnmatchedColumn[];
  starts: { flow: string; name: string; count: number }[];
}

export interface ImportChange {
  mapping?: ColumnMapping[];
  options?: Partial<ImportOptions>;
  source?: Partial<Pick<ImportItem['source'], 'encoding' | 'delimiter' | 'hasHeader'>>;
}

const path = (id: string, command = ''): string =>
  `/api/imports/${encodeURIComponent(id)}${command ? `/${command}` : ''}`;
const csv = (file: File): Blob => new Blob([file], { type: 'text/csv' });

export const uploadImport = (target: string, file: File): Promise<ImportItem> => {
  const query = new URLSearchParams({ target, name: file.name });
  return api.upload(`/api/imports?${query.toString()}`, csv(file));
};

export const readImport = (id: string): Promise<ImportItem> => api.get(path(id));

export const recentImports = (target: string): Promise<{ items: ImportItem[] }> =>
  api.get(`/api/imports?${new URLSearchParams({ target, limit: '5' }).toString()}`);

export const changeImport = (id: string, change: ImportChange): Promise<ImportItem> =>
  api.patch(path(id), change);

export const previewImport = (id: string): Promise<ImportPreview> => api.post(path(id, 'preview'));

export const runImport = (id: string): Promise<ImportItem> => api.post(path(id, 'run'));
export const stopImport = (id: string): Promise<ImportItem> => api.post(path(id, 'stop'));
export const resumeImport = (id: string): Promise<ImportItem> => api.post(path(id, 'resume'));

export const rejectedPath = (id: string): string => path(id, 'rejected');

/** A new import of rejected rows: those of the mended file, or as they are when there is none. */
export const repairImport = (id: string, file: File | null): Promise<ImportItem> =>
  api.upload(path(id, 'rejected'), file ? csv(file) : new Blob([]));

export const isRunning = (item: ImportItem): boolean => item.state === 'running' || item.state === 'stopping';
