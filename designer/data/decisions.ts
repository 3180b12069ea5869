import { api, ApiProblem } from '../../web/data/client.ts';
import type { Page, Reference } from '../../web/data/records.ts';

export interface DecisionInput {
  name: string;
  type: string;
}

export interface DecisionShape {
  key: string;
  name: string;
  inputs: DecisionInput[];
  /** One without a name is the result itself. */
  outputs: { name: string; label: string; type: string }[];
  isList: boolean;
  /** Null for an expression. */
  hitPolicy: string | null;
  rules: number;
}

export interface DecisionVersion {
  key: string;
  version: number;
  name: string;
  deployedAt: string;
  deployedBy: Reference;
}

export interface DecisionItem extends DecisionShape, DecisionVersion {
  /** Flows whose latest version asks it. */
  usedBy: { key: string; name: string }[];
}

/** A sentence about a cell, a rule, a column or a decision. */
export interface DecisionProblem {
  element: string | null;
  rule?: number;
  column?: string;
  code: string;
  message: string;
}

export interface Decided {
  decision: string;
  name: string;
  value: unknown;
  inputs: { label: string; value: unknown }[];
  /** Numbers of the rules that hit; absent for an expression. */
  rules?: number[];
}

export type TriedRow =
  | { ok: true; outcome: { value: unknown; trace: Decided[] } }
  | { ok: false; code: string; params: Record<string, string>; message: string };

export interface Tried {
  errors: DecisionProblem[];
  warnings: DecisionProblem[];
  decisions: DecisionShape[];
  rows: TriedRow[];
}

export interface DeployedDecisions {
  decisions: { key: string; name: string; version: number }[];
  warnings: DecisionProblem[];
}

export const listDecisions = async (): Promise<DecisionItem[]> =>
  (await api.get<Page<DecisionItem>>('/api/decisions')).items;

const path = (key: string): string => `/api/decisions/${encodeURIComponent(key)}`;

export const loadDecision = (
  key: string,
  version: number | 'latest' = 'latest',
): Promise<DecisionVersion & { xml: string }> => api.get(`${path(key)}/versions/${version}`);

/** Newest first. */
export const listDecisionVersions = async (key: string): Promise<DecisionVersion[]> =>
  (await api.get<Page<DecisionVersion>>(`${path(key)}/versions`)).items;

export const withdrawDecision = (key: string): Promise<void> => api.delete(path(key));

export const tryDecision = (draft: {
  xml: string;
  key?: string;
  rows: Record<string, unknown>[];
}): Promise<Tried> => api.post('/api/decisions/try', draft);

/** Deploys, or answers what is wrong. Other problems are thrown. */
export const deployDecisions = async (
  xml: string,
): Promise<DeployedDecisions | { errors: DecisionProblem[]; warnings: DecisionProblem[] }> => {
  try {
    return await api.post<DeployedDecisions>(
      '/api/decisions',
      { xml },
      { idempotencyKey: crypto.randomUUID() },
    );
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.status !== 422) throw problem;
    // The route's documented refusal: lists of problems beside the sentence.
    const { errors = [], warnings = [] } = problem.extra as Partial<Tried>;
    if (errors.length === 0) throw problem;
    return { errors, warnings };
  }
};
