import { api } from '../../web/data/client.ts';
import type { PathCounts, Simulated, Trial } from '../../core/flow/simulate/types.ts';

export type {
  Outcome,
  PathCounts,
  PathStep,
  Simulated,
  Trial,
  TrialChange,
} from '../../core/flow/simulate/types.ts';

export interface TrialQuestion {
  /** The diagram as it is drawn. */
  xml: string;
  records?: string[];
  filter?: Record<string, unknown>;
  search?: string;
  /** `P1M` is the last month. */
  since?: string;
  limit?: number;
}

/** One request tries for a few seconds; what it leaves is asked for next. */
export const simulate = (key: string, question: TrialQuestion, signal: AbortSignal): Promise<Simulated> =>
  api.post(`/api/flows/${encodeURIComponent(key)}/simulate`, question, { signal });

/** The answers of several requests as one. */
export const together = (one: Simulated | undefined, other: Simulated): Simulated =>
  one
    ? {
        ...other,
        found: one.found,
        isMore: one.isMore,
        trials: [...one.trials, ...other.trials],
        counts: {
          tried: sum(one.counts.tried, other.counts.tried),
          running:
            one.counts.running && other.counts.running && sum(one.counts.running, other.counts.running),
        },
      }
    : other;

const sum = (one: PathCounts, other: PathCounts): PathCounts => ({
  passed: added(one.passed, other.passed),
  states: added(one.states, other.states),
});

const added = (one: Record<string, number>, other: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [
      key,
      (one[key] ?? 0) + (other[key] ?? 0),
    ]),
  );

/** Whether it went otherwise than in the version that runs. */
export const isOther = ({ running, state, passed }: Trial): boolean =>
  running !== undefined && (running?.state !== state || running.passed.join() !== passed.join());

export interface FlowTestItem {
  id: string;
  name: string;
  createdAt: string;
  createdBy: { id: string; title: string };
  expects: string;
}

export interface TestResult {
  id: string;
  name: string;
  isPassed: boolean;
  differences: string[];
}

const tests = (key: string): string => `/api/flows/${encodeURIComponent(key)}/tests`;

export const listTests = async (key: string): Promise<FlowTestItem[]> =>
  (await api.get<{ items: FlowTestItem[] }>(tests(key))).items;

export const keepTest = (
  key: string,
  test: { name: string; xml: string; record?: string },
): Promise<FlowTestItem> => api.post(tests(key), test);

export const runTests = async (key: string, xml: string): Promise<TestResult[]> =>
  (await api.post<{ results: TestResult[] }>(`${tests(key)}/run`, { xml })).results;

export const dropTest = (key: string, id: string): Promise<unknown> => api.delete(`${tests(key)}/${id}`);
