import { api } from '../../../../web/index.ts';
import type { Report } from '../../models/experiment/report.ts';

const path = (id: string): string => `/api/plugins/campaigns/experiments/${id}`;

export const readReport = (id: string): Promise<Report> => api.get(path(id));
export const startExperiment = (id: string): Promise<unknown> => api.post(`${path(id)}/start`);
export const endExperiment = (id: string, winner: string): Promise<unknown> =>
  api.post(`${path(id)}/end`, { winner });
