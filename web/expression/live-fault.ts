/** What the server said of an expression without a value. */
export interface LiveFault {
  code: string;
  /** What was not found. */
  name?: string | undefined;
}

/**
 * `later`: only a running flow knows it. `no-record`: there is none yet to try it on. `wrong`: it is a mistake.
 * `isWaiting`: the expression reads a record, and none was found.
 */
export function kindOfFault(
  { code, name }: LiveFault,
  { isWaiting }: { isWaiting: boolean },
): 'later' | 'no-record' | 'wrong' {
  if (code !== 'expression.name-unknown') return 'wrong';
  if (!name?.startsWith('$')) return 'later';
  return isWaiting && ofRecord.has(name) ? 'no-record' : 'wrong';
}

const ofRecord = new Set(['$subject', '$record', '$before']);
