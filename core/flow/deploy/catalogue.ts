/** What a deployment may refer to. Absent parts are not checked. */
export interface Catalogue {
  /** Task type id → JSON schema of its input, as `z.toJSONSchema` gives it. */
  taskTypes: ReadonlyMap<string, InputSchema>;
  /** Keys of the flows that are deployed. */
  flows?: ReadonlySet<string>;
  entities?: ReadonlySet<string>;
  roles?: ReadonlySet<string>;
  screens?: ReadonlySet<string>;
}

/** As much of an input's JSON schema as deployment looks at. */
export interface InputSchema {
  properties?: Readonly<Record<string, unknown>>;
  required?: readonly string[];
  additionalProperties?: unknown;
}
