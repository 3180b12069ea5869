import type { ReactiveControllerHost } from 'lit';
import { simulate, together, type Simulated, type TrialQuestion } from '../data/trials.ts';

/** Tries record after record, request after request, until all are done or somebody stops it. */
export class TrialWork {
  result: Simulated | undefined;
  isRunning = false;
  error: unknown;
  private readonly host: ReactiveControllerHost;
  private stopper = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController({ hostDisconnected: () => this.stopper.abort() });
  }

  /** How many of how many. */
  get progress(): { done: number; all: number } {
    const done = this.result?.trials.length ?? 0;
    return { done, all: done + (this.result?.left.length ?? 0) };
  }

  async run(key: string, question: TrialQuestion): Promise<void> {
    this.stopper.abort();
    const stopper = (this.stopper = new AbortController());
    this.result = this.error = undefined;
    this.show(true);
    try {
      let next: TrialQuestion = question;
      do {
        const answer = await simulate(key, next, stopper.signal);
        this.result = together(this.result, answer);
        this.show(true);
        const { xml, since } = question;
        next = { xml, records: answer.left, limit: answer.limits.records, ...(since && { since }) };
      } while (next.records!.length > 0);
    } catch (error) {
      if (!stopper.signal.aborted) this.error = error;
    } finally {
      if (stopper === this.stopper) this.show(false);
    }
  }

  stop(): void {
    this.stopper.abort();
    if (this.result) this.result = { ...this.result, left: [] };
    this.show(false);
  }

  private show(isRunning: boolean): void {
    this.isRunning = isRunning;
    this.host.requestUpdate();
  }
}
