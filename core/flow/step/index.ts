export { step } from './step.ts';
export type { Step } from './step.ts';
export { summarize } from './summarize.ts';
export { calledResult } from './called-result.ts';
export { nextTimerStart } from './timer/next-timer-start.ts';
export type { State } from './state.ts';
export type * from './types.ts';
