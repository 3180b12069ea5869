import type { Effect, Result, Variables } from './types.ts';

export interface CalledEnd {
  flow: string;
  ended: Extract<Effect, { type: 'ended' }>;
  variables: Variables;
}

/** What the end of a called instance tells its caller: its variables, its error, or that somebody ended it. */
export const calledResult = ({ flow, ended, variables }: CalledEnd): Result => {
  if (ended.state === 'completed') return { ok: true, value: variables };
  const { code = '', message = '', params } = ended.error ?? {};
  if (ended.state === 'failed')
    return { ok: false, failure: { code, message, expected: true, ...(params && { params }) } };
  return { ok: false, failure: { code: calledCancelled, message, expected: false, params: { flow } } };
};

export const calledCancelled = 'flow.called-cancelled';
