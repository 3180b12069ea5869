/** What the script of a `WorkerPool` does: answers one job after the other, until the server goes. */
export function serveJobs<Job, Answer>(answer: (job: Job) => Answer | Promise<Answer>): void {
  // The cast: what the pool of this script sends.
  process.on('message', async (job) => void process.send?.(await answer(job as Job)));
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}
