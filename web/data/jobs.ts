/** Work in the background, for whoever looks after it. */
import { api } from './client.ts';

export const jobStates = ['failed', 'working', 'due', 'later'] as const;
export type JobState = (typeof jobStates)[number];

export interface JobItem {
  id: string;
  kind: string;
  /** What it does, in the reader's language. */
  name: string;
  dueAt: string;
  failedAt: string | null;
  attempts: number;
  maxAttempts: number;
  error: string | null;
  /** Where what it is about is found, in the app. */
  place: string | null;
}

export interface JobPage {
  items: JobItem[];
  /** Where the next page begins. */
  next: number | null;
  /** Absent where they were not asked for. */
  figures?: Record<
    JobState,
    { count: number; isCapped: boolean; kinds: { kind: string; name: string; count: number }[] }
  >;
}

export interface JobQuestion {
  state: JobState;
  /** Empty for all. */
  kind: string;
  offset: number;
  hasFigures: boolean;
}

export function listJobs({ state, kind, offset, hasFigures }: JobQuestion): Promise<JobPage> {
  const params = new URLSearchParams({ state, offset: String(offset), figures: String(hasFigures) });
  if (kind) params.set('kind', kind);
  return api.get(`/api/jobs?${params}`);
}

export const retryJobs = (ids: readonly string[]): Promise<{ changed: number }> =>
  api.post('/api/jobs/retry', { ids });

export const putOffJobs = (ids: readonly string[], minutes: number): Promise<{ changed: number }> =>
  api.post('/api/jobs/put-off', { ids, minutes });
