/** Tries a flow on records: a deployed version, or a file that is not deployed. */
import { Problem } from '../../errors.ts';
import type { Simulated, TrialInput } from '../simulate/types.ts';
import type { FlowParts } from './parts.ts';
import { readFile } from './read-file.ts';

export type SimulateInput = Omit<TrialInput, 'draft'> & { xml?: string };

/** Problem `flow-refused` (422) for a file that could not be deployed either. */
export async function simulateFlow(parts: FlowParts, { xml, ...input }: SimulateInput): Promise<Simulated> {
  const draft = xml === undefined ? null : (await readFile(parts, { actor: input.actor, xml })).flows;
  if (draft && !draft.some(({ key }) => key === input.flow))
    throw new Problem({ status: 422, code: 'trial-flow-missing', params: { flow: input.flow } });
  const outcome = await parts.engine.simulate({ ...input, draft });
  if (!outcome.ok) throw new Problem(outcome.problem);
  // The door answers a trial with this.
  return outcome.value as Simulated;
}
