import { api } from './client.ts';
import type { FieldRestriction } from './roles.ts';
import type { RuleJson } from './rule.ts';

export type ExplainedRule =
  | { kind: 'all' | 'none' | 'shared'; holds: boolean }
  | { kind: 'and' | 'or'; holds: boolean; parts: ExplainedRule[] }
  | { kind: 'not'; holds: boolean; part: ExplainedRule }
  | ExplainedTest;

export interface ExplainedTest {
  kind: 'test';
  holds: boolean;
  path: string[];
  operator: string;
  value: unknown;
  /** What the record has; absent where the reader may not know. */
  actual?: unknown;
}

export interface WhyGrant {
  role: string;
  actions: string[];
  where?: RuleJson;
  rule: ExplainedRule;
  holds: boolean;
  fields: Record<string, FieldRestriction>;
}

export interface WhyShare {
  id: string;
  holder: string;
  level: 'read' | 'edit';
  until: string | null;
  createdBy: string;
  holds: boolean;
}

export interface WhyField {
  field: string;
  level: 'seen' | 'masked' | 'hidden';
  canWrite: boolean;
  /** Places in `grants` that restrict it. */
  grants: number[];
  strictestOfShares?: FieldRestriction;
}

export interface WhyAnswer {
  person: { id: string; title: string };
  actions: { read: boolean; update: boolean; delete: boolean };
  grants: WhyGrant[];
  shares: WhyShare[];
  fields: WhyField[];
  names: Record<string, string>;
  /** People of whom "my team" is said: their team and those above it, up to the one that is led. */
  links: Record<string, string[]>;
}

export function askWhy(record: { entity: string; id: string }, person?: string): Promise<WhyAnswer> {
  const query = new URLSearchParams({ ...record, ...(person && { person }) });
  return api.get(`/api/access/why?${query.toString()}`);
}
