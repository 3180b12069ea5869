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
  instance: string | null;
}

export interface JobPage {
  items: JobItem[];
  /** Where the next page begins. */
  next: number | null;
  figures: Record<
    JobState,
    { count: number; isCapped: boolean; kinds: { kind: string; name: string; count: number }[] }
  >;
}

export function listJobs(state: JobState, kind: string, offset = 0): Promise<JobPage> {
  const params = new URLSearchParams({ state, offset: String(offset) });
  if (kind) params.set('kind', kind);
  return api.get(`/api/jobs?${params}`);
}

export const retryJobs = (ids: readonly string[]): Promise<{ changed: number }> =>
  api.post('/api/jobs/retry', { ids });

export const putOffJobs = (ids: readonly string[], minutes: number): Promise<{ changed: number }> =>
  api.post('/api/jobs/put-off', { ids, minutes });
