import type { Effect, Result, Variables } from './types.ts';

export interface CalledEnd {
  flow: string;
  ended: Extract<Effect, { type: 'ended' }>;
  variables: Variables;
  /** Of these, those that are still as the caller gave them. */
  unchanged: string[] | undefined;
}

/** What the end of a called instance tells its caller: its variables, its error, or that somebody ended it. */
export const calledResult = ({ flow, ended, variables, unchanged }: CalledEnd): Result => {
  if (ended.state === 'completed')
    return { ok: true, value: variables, ...(unchanged?.length && { unchanged }) };
  const { code = '', message = '', params } = ended.error ?? {};
  if (ended.state === 'failed')
    return { ok: false, failure: { code, message, expected: true, ...(params && { params }) } };
  return { ok: false, failure: { code: calledCancelled, message, expected: false, params: { flow } } };
};

export const calledCancelled = 'flow.called-cancelled';
