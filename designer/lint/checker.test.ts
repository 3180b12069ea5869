import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checked, CheckWith } from './check-diagram.ts';
import { Checker, type CheckPort } from './checker.ts';
import type { CheckAnswer, CheckRequest } from './lint-worker.ts';

const checkWith: CheckWith = { tasks: [], known: {}, locale: 'en' };
const nothing: Checked = { findings: [], judged: [] };

/** A worker whose answers come when the test says so. */
class Port implements CheckPort {
  readonly requests: CheckRequest[] = [];
  isClosed = false;
  private listener: ((event: MessageEvent<CheckAnswer>) => void) | undefined;
  postMessage(request: CheckRequest): void {
    this.requests.push(request);
  }
  addEventListener(_: 'message', listener: (event: MessageEvent<CheckAnswer>) => void): void {
    this.listener = listener;
  }
  terminate(): void {
    this.isClosed = true;
  }
  answer(): void {
    const number = this.requests.length;
    this.listener?.({ data: { number, checked: nothing } } as MessageEvent<CheckAnswer>); // All that is read of it.
  }
}

let port: Port;
let reads: number;
let answers: number;
let checker: Checker;

beforeEach(() => {
  vi.useFakeTimers();
  port = new Port();
  reads = answers = 0;
  checker = new Checker({
    port,
    read: () => Promise.resolve(`<diagram n="${(reads += 1)}"/>`),
    checkWith: () => checkWith,
    checked: () => (answers += 1),
  });
});
afterEach(() => vi.useRealTimers());

describe('checking while drawing', () => {
  it('reads the diagram once for a hundred changes in a row', async () => {
    for (let change = 0; change < 100; change += 1) {
      checker.changed();
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1_000);

    expect([reads, port.requests.length]).toEqual([1, 1]);
  });

  it('has one check under way, and one more for all that changed meanwhile', async () => {
    checker.changed();
    await vi.advanceTimersByTimeAsync(1_000);
    for (let change = 0; change < 20; change += 1) {
      checker.changed();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(port.requests).toHaveLength(1);

    port.answer();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([reads, answers]).toEqual([2, 1]);
    expect(port.requests.at(-1)?.xml).toBe('<diagram n="2"/>');
  });

  it('ends its worker with the page', () => {
    checker.close();

    expect(port.isClosed).toBe(true);
  });
});
