/** A trial holds locks and a thread: what it may take, so that nobody at work notices it. */
export const trialLimits = {
  /** Records of one trial, over all its requests. */
  records: 200,
  /** Entries of history of one record. */
  steps: 2_000,
  /** Told one by one; all are counted. */
  told: 400,
  secondsPerRecord: 5,
  /** After these, the other records are left to the next request: so a trial shows progress and can be stopped. */
  secondsPerRequest: 3,
  /** A reminder without end is repeated as often. */
  cycles: 12,
  lockMilliseconds: 1_000,
};
