import { Problem } from '../../errors.ts';
import type { NewJob } from '../../job/index.ts';
import type { FlowParts } from './parts.ts';

/** Hands one command to the engine and waits for what became of it; a refusal is thrown. */
export async function submit({ engine }: FlowParts, job: NewJob): Promise<unknown> {
  const [outcome] = await engine.submit([job]);
  if (!outcome) throw new Problem({ status: 503, code: 'flow-delayed' });
  if (!outcome.ok) throw new Problem(outcome.problem);
  return outcome.value;
}
