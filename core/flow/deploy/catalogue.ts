/** What a deployment may refer to. Absent parts are not checked. */
export interface Catalogue {
  /** Task type id → JSON schema of its input, as `z.toJSONSchema` gives it. */
  taskTypes: ReadonlyMap<string, InputSchema>;
  /** Keys of the flows that are deployed. */
  flows?: ReadonlySet<string>;
  /** Decisions by key. */
  decisions?: ReadonlyMap<string, DeployedDecision>;
  entities?: ReadonlySet<string>;
  roles?: ReadonlySet<string>;
  screens?: ReadonlySet<string>;
  /** Who works here: ids, and addresses in lower case. */
  people?: ReadonlySet<string>;
  /** Ids of the calendars beside the company's. */
  calendars?: ReadonlySet<string>;
}

/** As much of an input's JSON schema as deployment looks at. */
export interface InputSchema {
  properties?: Readonly<Record<string, unknown>>;
  required?: readonly string[];
  additionalProperties?: unknown;
}

export interface DeployedDecision {
  /** The latest. */
  version: number;
  /** Names of what it must be told. */
  inputs: readonly string[];
}
