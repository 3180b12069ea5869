import type {
  ReportDefinition,
  ReportMeasure,
  ReportSharing,
  SavedReport,
} from '../../core/report/definition.ts';
import type { ReportResult, ReportRow } from '../../core/report/run/run-report.ts';
import { ApiProblem, api, type SendOptions } from './client.ts';
import { locale } from './locale.ts';
import type { Filter, Page, RecordItem } from './records.ts';

export type { ReportDefinition, ReportMeasure, ReportResult, ReportRow, ReportSharing, SavedReport };

/** A row to look into; with `conditions`, only those of its records that fit them. */
export type DrillRow = ReportRow & Pick<ReportDefinition, 'conditions'>;

/** Values of the groups of a cell, in their order; `not` for those that "others" leaves out. */
export interface ReportCell {
  keys: (string | number | boolean | null)[];
  not?: (string | number | boolean | null)[];
}

export interface ReportQuestion {
  definition: ReportDefinition;
  /** Of the dashboard around it. */
  filter?: Filter;
  besideFilters?: Record<string, Filter>;
}

export type ReportInput = Pick<SavedReport, 'name' | 'description' | 'sharing' | 'roles' | 'definition'>;

const one = (id: string): string => `/api/reports/${encodeURIComponent(id)}`;

export const listReports = async (options: SendOptions = {}): Promise<SavedReport[]> =>
  (await api.get<{ items: SavedReport[] }>('/api/reports', options)).items;

export const readReport = (id: string): Promise<SavedReport> => api.get(one(id));
export const createReport = (report: ReportInput): Promise<SavedReport> => api.post('/api/reports', report);
export const changeReport = (
  { id, version }: Pick<SavedReport, 'id' | 'version'>,
  change: Partial<ReportInput>,
): Promise<SavedReport> => api.patch(one(id), { ...change, version });
export const deleteReport = (id: string): Promise<unknown> => api.delete(one(id));

export const runReport = (question: ReportQuestion, signal?: AbortSignal): Promise<ReportResult> =>
  api.post<ReportResult>('/api/reports/run', question, { signal }).catch(withReasons);

export const reportRecords = (
  question: ReportQuestion & { cell: ReportCell; cursor?: string },
): Promise<Page<RecordItem>> => api.post('/api/reports/records', question);

/** What is wrong with the question, instead of how many things are. */
function withReasons(error: unknown): never {
  const reasons = error instanceof ApiProblem ? error.errors.flatMap(({ message }) => message ?? []) : [];
  if (reasons.length === 0) throw error;
  // The cast: reasons come with problems of the server only.
  throw new ApiProblem((error as ApiProblem).status, {
    ...(error as ApiProblem).extra,
    detail: reasons.join(' '),
  });
}

/** The figures as a file for a spreadsheet. */
export async function exportReport(question: ReportQuestion): Promise<Blob> {
  const response = await fetch('/api/reports/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': locale() },
    body: JSON.stringify(question),
  });
  if (!response.ok)
    throw new ApiProblem(
      response.status,
      (await response.json().catch(() => ({}))) as Record<string, unknown>,
    );
  return response.blob();
}
