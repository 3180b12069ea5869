import type { Checked, CheckWith } from './check-diagram.ts';
import type { CheckAnswer, CheckRequest } from './lint-worker.ts';

/** The worker as this class uses it. */
export interface CheckPort {
  postMessage(request: CheckRequest): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<CheckAnswer>) => void): void;
  terminate(): void;
}

interface CheckerOptions {
  port: CheckPort;
  /** The diagram now. */
  read(): Promise<string>;
  checkWith(): CheckWith;
  checked(checked: Checked): void;
}

const delay = 300;

/**
 * Checks a diagram a moment after it changed. One check is under way at most, and what changed meanwhile is checked
 * once, by the diagram as it is then: a hundred changes in a row cost two checks.
 */
export class Checker {
  private readonly options: CheckerOptions;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private number = 0;
  private isBusy = false;
  private isAgain = false;

  constructor(options: CheckerOptions) {
    this.options = options;
    options.port.addEventListener('message', ({ data }) => this.answered(data));
  }

  changed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), delay);
  }

  async check(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isBusy) {
      this.isAgain = true;
      return;
    }
    this.isBusy = true;
    const { port, read, checkWith } = this.options;
    const request: CheckRequest = { number: (this.number += 1), xml: await read(), checkWith: checkWith() };
    port.postMessage(request);
  }

  close(): void {
    clearTimeout(this.timer);
    this.options.port.terminate();
  }

  private answered({ number, checked }: CheckAnswer): void {
    if (number !== this.number) return;
    this.isBusy = false;
    if (checked) this.options.checked(checked);
    if (!this.isAgain) return;
    this.isAgain = false;
    this.changed();
  }
}
