import { api } from '../../../../web/index.ts';

export interface Variant {
  key: string;
  name: string;
  share: number;
}

export interface VariantReport extends Variant {
  of: number;
  hits: number;
  measured: number;
  range: { low: number; high: number } | null;
  verdict: string;
  sentence: string;
}

export interface Report {
  metric: 'conversion' | 'value';
  planned: number | null;
  members: number;
  variants: VariantReport[];
  sentences: { tone: string; text: string }[];
}

const path = (id: string): string => `/api/plugins/campaigns/experiments/${id}`;

export const readReport = (id: string): Promise<Report> => api.get(path(id));
export const startExperiment = (id: string): Promise<unknown> => api.post(`${path(id)}/start`);
export const endExperiment = (id: string, winner: string): Promise<unknown> =>
  api.post(`${path(id)}/end`, { winner });
