import { elementOf } from '../elements/registry.ts';
import type { Graph } from '../graph/index.ts';
import * as parts from './parts.ts';
import { prepare } from './prepare.ts';
import type { State } from './state.ts';

/** Takes the iterations of large multi-instance activities out of the state, in parts. */
export const divide = (graph: Graph, state: State): parts.Part[] =>
  parts.divide(prepare(graph, elementOf), state);
