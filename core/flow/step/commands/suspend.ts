import { recordAct } from '../history.ts';
import type { Run } from '../run.ts';

/** The shell holds commands back while an instance is suspended; here it only shows. */
export const suspend = (run: Run): void => {
  if (!run.state.isSuspended) recordAct(run, 'suspended', {});
  run.state.isSuspended = true;
};

export const resume = (run: Run): void => {
  if (run.state.isSuspended) recordAct(run, 'resumed', {});
  run.state.isSuspended = undefined;
};
