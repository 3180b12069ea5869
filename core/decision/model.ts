/** What deployment makes of a DMN file and what is evaluated: plain JSON, stored with its version. */
export interface DecisionModel {
  format: 1;
  /** All decisions of the file by id: one may need another. */
  decisions: Record<string, Decision>;
}

export interface Decision {
  id: string;
  name: string;
  /** What other decisions call its result; its id is good too. */
  variable: string;
  /** Ids of the decisions whose results it sees, each after all that it needs itself. */
  requires: string[];
  /** Names that its expressions take from whoever asks. */
  needs: Need[];
  logic: DecisionTable | LiteralLogic;
}

export interface Need {
  name: string;
  type: FeelType;
}

export interface LiteralLogic {
  kind: 'literal';
  text: string;
  /** Needs a thread of its own, with a limit of time. */
  isHeavy?: boolean;
}

export interface DecisionTable {
  kind: 'table';
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
  inputs: InputClause[];
  outputs: OutputClause[];
  rules: Rule[];
  isHeavy?: boolean;
}

export interface InputClause {
  id: string;
  label: string;
  expression: string;
  type: FeelType;
  /** What may come at all, as unary tests; empty where anything may. */
  allowed: string;
}

export interface OutputClause {
  id: string;
  /** Member of the result where there are several; empty for the only one. */
  name: string;
  label: string;
  type: FeelType;
  /** Literals in the order of their priority. */
  values: string[];
  /** FEEL: the result where no rule hits. */
  fallback: string;
}

export interface Rule {
  id: string;
  /** Unary tests, one for each input. */
  inputs: Cell[];
  outputs: Cell[];
}

export interface Cell {
  id: string;
  text: string;
}

export const hitPolicies = [
  'UNIQUE',
  'FIRST',
  'PRIORITY',
  'ANY',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
] as const;
export type HitPolicy = (typeof hitPolicies)[number];

export const aggregations = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregation = (typeof aggregations)[number];

export const feelTypes = [
  'any',
  'string',
  'number',
  'boolean',
  'date',
  'dateTime',
  'time',
  'duration',
] as const;
export type FeelType = (typeof feelTypes)[number];
