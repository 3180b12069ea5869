import type { Graph } from '../graph/index.ts';
import type { File } from './parse-xml.ts';
import type { Findings } from './problem.ts';
import type { Source } from './source.ts';

/** What reading a process needs at hand. */
export interface Reading {
  file: File;
  findings: Findings;
  graph: Graph;
  /** Where each node and flow of the graph was read from. */
  sources: Map<string, Source>;
}
