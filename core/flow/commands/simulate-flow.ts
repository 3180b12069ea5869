/** Tries a flow on records: a deployed version, or a file that is not deployed. */
import { Problem } from '../../errors.ts';
import type { DraftFlow, Simulated, TrialInput } from '../simulate/types.ts';
import type { FlowParts } from './parts.ts';
import { readFile } from './read-file.ts';

export type SimulateInput = Omit<TrialInput, 'draft'> & { xml?: string };

/** Problem `flow-refused` (422) for a file that could not be deployed either. */
export async function simulateFlow(parts: FlowParts, { xml, ...input }: SimulateInput): Promise<Simulated> {
  const draft = await draftOf(parts, { ...input, xml });
  const outcome = await parts.engine.simulate({ ask: 'try', input: { ...input, draft } });
  if (!outcome.ok) throw new Problem(outcome.problem);
  // The door answers a trial with this.
  return outcome.value as Simulated;
}

/** Null where no file is given: a deployed version is meant. */
export async function draftOf(
  parts: FlowParts,
  { actor, flow, xml }: Pick<SimulateInput, 'actor' | 'flow' | 'xml'>,
): Promise<DraftFlow[] | null> {
  if (xml === undefined) return null;
  const { flows } = await readFile(parts, { actor, xml });
  if (!flows.some(({ key }) => key === flow))
    throw new Problem({ status: 422, code: 'trial-flow-missing', params: { flow } });
  return flows;
}
