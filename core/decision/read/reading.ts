import type { Findings } from '../problem.ts';
import type { Source } from './source.ts';
import type { Types } from './read-types.ts';

export interface Reading {
  findings: Findings;
  /** Decisions, inputs and what else the diagram of requirements holds. */
  elements: readonly Source[];
  types: Types;
}
