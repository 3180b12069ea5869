import { tokenAsking } from '../number-index.ts';
import type { Run } from '../run.ts';
import { catchAtActivity } from '../throw-escalation.ts';
import type { Command } from '../types.ts';

/** An escalation out of a called instance, as if its call activity had thrown it. */
export const escalated = (run: Run, command: Extract<Command, { type: 'escalated' }>): void => {
  const { ask, code, origin } = command;
  const host = tokenAsking(run.state, ask);
  // The call is over: its instance is being cancelled.
  if (host === undefined) return;
  const found = catchAtActivity(run, host, code);
  if (found === 'uncaught' && run.state.caller !== undefined)
    run.effects.push({ type: 'escalate', code, origin });
  else if (found !== 'interrupted') run.effects.push({ type: 'go-on', origin });
};
