import { api } from './client.ts';
import type { Money } from './format.ts';

export interface Reference {
  id: string;
  /** Empty where the record has none, null where this reader may not see the record. */
  title: string | null;
}

export interface RecordItem {
  id: string;
  version: number;
  createdAt: string;
  createdBy?: Reference | null;
  updatedAt: string;
  updatedBy?: Reference | null;
  owner?: Reference | null;
  deletedAt?: string | null;
  [field: string]: unknown;
}

export type Filter = Record<string, unknown>;

export interface ListQuery {
  filter?: Filter;
  search?: string;
  sort?: string[];
  fields?: string[];
  limit?: number;
  cursor?: string;
  count?: 'none' | 'estimate' | 'exact';
  /** Those that were deleted instead. */
  isBin?: boolean;
}

export interface Page<T> {
  items: T[];
  next?: string | null;
  count?: number;
  /** Counting stopped at `count`: there are more. */
  countIsCapped?: boolean;
}

export interface AggregateQuery {
  filter?: Filter;
  search?: string;
  group?: { field: string; bucket?: string }[];
  measures: { function: 'count' | 'sum' | 'min' | 'max' | 'average'; field?: string }[];
}

export interface AggregateRow {
  group: Record<string, unknown>;
  values: Record<string, number | Money[] | null>;
}

export interface RecordChange {
  op: 'create' | 'update' | 'delete' | 'restore';
  id?: string;
  version?: number;
  values?: Record<string, unknown>;
}

export interface ChangeResult {
  ok: boolean;
  record?: RecordItem;
  problem?: { code: string; detail?: string; title?: string };
}

const path = (entity: string, rest = ''): string => `/api/records/${encodeURIComponent(entity)}${rest}`;
const one = (entity: string, id: string, rest = ''): string =>
  path(entity, `/${encodeURIComponent(id)}${rest}`);

export const listRecords = (
  entity: string,
  query: ListQuery = {},
  signal?: AbortSignal,
): Promise<Page<RecordItem>> => api.get(path(entity, queryText(query)), { signal });

export const readRecord = (entity: string, id: string): Promise<RecordItem> => api.get(one(entity, id));

export const createRecord = (entity: string, values: Record<string, unknown>): Promise<RecordItem> =>
  api.post(path(entity), values, { idempotencyKey: crypto.randomUUID() });

export const updateRecord = (
  entity: string,
  record: Pick<RecordItem, 'id' | 'version'>,
  values: Record<string, unknown>,
): Promise<RecordItem> => api.patch(one(entity, record.id), values, { ifMatch: record.version });

export const deleteRecord = (entity: string, id: string): Promise<unknown> => api.delete(one(entity, id));

export const restoreRecord = (entity: string, id: string): Promise<unknown> =>
  api.post(one(entity, id, '/restore'));

export const bulkChange = (
  entity: string,
  changes: RecordChange[],
): Promise<{ results: ChangeResult[]; cause: string }> =>
  api.post(path(entity, '/bulk'), { changes }, { idempotencyKey: crypto.randomUUID() });

export const aggregate = (entity: string, query: AggregateQuery): Promise<{ rows: AggregateRow[] }> =>
  api.post(path(entity, '/aggregate'), query);

export const exportPath = (entity: string, query: ListQuery): string =>
  path(entity, `/export${queryText(query)}`);

export function queryText(query: ListQuery): string {
  const params = new URLSearchParams();
  if (query.filter && Object.keys(query.filter).length > 0)
    params.set('filter', JSON.stringify(query.filter));
  if (query.search) params.set('search', query.search);
  if (query.sort?.length) params.set('sort', query.sort.join(','));
  if (query.fields?.length) params.set('fields', query.fields.join(','));
  if (query.limit) params.set('limit', String(query.limit));
  if (query.cursor) params.set('cursor', query.cursor);
  if (query.count) params.set('count', query.count);
  if (query.isBin) params.set('bin', 'true');
  const text = params.toString();
  return text ? `?${text}` : '';
}
