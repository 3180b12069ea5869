import { api } from '../../web/data/client.ts';

export interface ElementFigures {
  element: string;
  entered: number;
  completed: number;
  cancelled: number;
  failed: number;
  incidents: number;
  /** Milliseconds. */
  median: number | null;
  p90: number | null;
}

export interface FlowFigures {
  version: number;
  instances: number;
  /** Only the newest of the period were looked at. */
  isPartial: boolean;
  running: number;
  completed: number;
  failed: number;
  terminated: number;
  elements: ElementFigures[];
}

export const loadFigures = (key: string, version: number, from: Date | null): Promise<FlowFigures> => {
  const params = new URLSearchParams({ version: String(version) });
  if (from) params.set('from', from.toISOString());
  return api.get(`/api/flows/${encodeURIComponent(key)}/figures?${params}`);
};
