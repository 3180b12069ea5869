import type { Run } from '../run.ts';

/** The shell holds commands back while an instance is suspended; here it only shows. */
export const suspend = (run: Run): void => {
  run.state.isSuspended = true;
};

export const resume = (run: Run): void => {
  run.state.isSuspended = undefined;
};
