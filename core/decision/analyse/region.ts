/** For which values of the inputs: those that do not matter are left out. */
export type Region = RegionPart[];

export interface RegionPart {
  /** Label of the input. */
  input: string;
  values: Span;
}

export type Span =
  | { kind: 'values'; values: string[] }
  /** What no cell of the column names. */
  | { kind: 'other' }
  /** A side that is absent is open. */
  | { kind: 'range'; low?: string; lowIn?: boolean; high?: string; highIn?: boolean };
