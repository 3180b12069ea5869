import type { InstanceRun } from '../shell/run.ts';
import type { Variables, Wait } from '../step/types.ts';
import type { Agenda } from './agenda.ts';
import type { Stage } from './stand-in.ts';
import type { TrialCall, TrialIncident, TrialMessage } from './types.ts';

export interface Awaited {
  run: InstanceRun;
  wait: number;
  body: Wait;
}

export interface Play extends Stage {
  agenda: Agenda;
  /** Open waits by `<instance>:<wait>`. */
  waiting: Map<string, Awaited>;
  calls: TrialCall[];
  messages: TrialMessage[];
  workItems: { at: number; body: Extract<Wait, { kind: 'work-item' }>; run: InstanceRun }[];
  incidents: (Omit<TrialIncident, 'message'> & { message: string; params?: Variables })[];
  /** How often each timer that repeats has fired. */
  fired: Map<string, number>;
}
