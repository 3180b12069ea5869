import { api, ApiProblem } from '../../web/data/client.ts';
import { t } from '../../web/data/i18n.ts';
import type { Page, Reference } from '../../web/data/records.ts';

export interface Counts {
  active: number;
  incident: number;
  completed: number;
}

export interface FlowItem {
  key: string;
  name: string;
  version: number;
  deployedAt: string;
  deployedBy: Reference | string | null;
  /** Those named in `atLeast` were counted only so far. */
  counts: Counts & { atLeast?: (keyof Counts)[] };
}

export interface FlowVersion {
  key: string;
  version: number;
  xml: string;
  deployedAt: string;
  deployedBy: Reference | string | null;
  /** Why it was made, where somebody said. */
  note: string | null;
  drawnOn: number | null;
  /** The older version that it brought back. */
  restores: number | null;
}

export type FlowVersionItem = Omit<FlowVersion, 'xml'>;

/** A sentence of the server's validator about an element; null where it is about the file. */
export interface DeployProblem {
  element: string | null;
  code: string;
  message: string;
}

/** What extensions of other tools became, and those that say nothing here. */
export interface Translations {
  translations: { element: string | null; from: string; to: string }[];
  untranslated: { element: string | null; from: string }[];
}

export interface Deployed extends Partial<Translations> {
  flows: { key: string; version: number }[];
  warnings: DeployProblem[];
}

export interface Refused extends Partial<Translations> {
  errors: DeployProblem[];
  warnings: DeployProblem[];
}

const path = (key: string): string => `/api/flows/${encodeURIComponent(key)}`;

export const listFlows = async (): Promise<FlowItem[]> => (await api.get<Page<FlowItem>>('/api/flows')).items;

/** Newest first. */
export const listVersions = async (key: string): Promise<FlowVersionItem[]> => {
  const { items } = await api.get<Page<FlowVersionItem>>(`${path(key)}/versions`);
  return [...items].sort((a, b) => b.version - a.version);
};

export const loadVersion = (key: string, version: number): Promise<FlowVersion> =>
  api.get(`${path(key)}/versions/${version}`);

export interface Deployment {
  xml: string;
  note?: string;
  /** The version drawn on: the server refuses with `flow-moved` when a newer one runs. */
  base?: { flow: string; version: number };
  restores?: number;
  /** In spite of tests that fail. */
  isUntested?: boolean;
}

/** Deploys, or answers what the validator found. Other problems are thrown. */
export const deployFlow = async ({ isUntested, ...deployment }: Deployment): Promise<Deployed | Refused> => {
  const query = isUntested ? '?ignoreTests=true' : '';
  try {
    return await api.post<Deployed>(`/api/flows${query}`, deployment, {
      idempotencyKey: crypto.randomUUID(),
    });
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.status !== 422) throw problem;
    // The route's documented refusal: lists of problems beside the sentence.
    const { errors = [], warnings = [], ...translated } = problem.extra as Partial<Refused>;
    if (errors.length === 0) throw problem;
    return { errors, warnings, ...translated };
  }
};

/** Instances of one version, and what moving them into a diagram would meet. */
export interface VersionPlan {
  version: number;
  looked: number;
  fits: number;
  isPartial: boolean;
  problems: { element: string; message: string; count: number }[];
}

/** What a deployment would mean for those that run. */
export const planDeployment = async (
  key: string,
  plan: { xml: string; mapping: Record<string, string> },
): Promise<VersionPlan[]> =>
  (await api.post<{ versions: VersionPlan[] }>(`${path(key)}/plan`, plan)).versions;

/** How many tokens stand where, by element; empty where the server does not say. */
export const loadTokens = async (
  key: string,
): Promise<{ element: string; count: number; version: number }[]> => {
  try {
    return (await api.get<Page<{ element: string; count: number; version: number }>>(`${path(key)}/tokens`))
      .items;
  } catch {
    return [];
  }
};

/** Deployed with the product, by no person. */
export const isOfPlugin = (by: Reference | string | null | undefined): boolean =>
  typeof by === 'object' && (by?.id.startsWith('plugin:') ?? false);

export function nameOfPerson(person: Reference | string | null | undefined): string {
  if (isOfPlugin(person)) return t('designer.byPlugin');
  return typeof person === 'string' ? person : (person?.title ?? '');
}
