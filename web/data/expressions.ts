import { api } from './client.ts';

export type Evaluated =
  | { ok: true; value: unknown; logs: unknown[] }
  | { ok: false; code: string; message: string; name?: string; position?: number };

export interface Trial {
  source: string;
  record?: { entity: string; id: string };
  variables?: Record<string, unknown>;
}

/** The value of an expression on a record that one may see. */
export const evaluateExpression = (trial: Trial): Promise<Evaluated> =>
  api.post<Evaluated>('/api/expressions/evaluate', trial);
