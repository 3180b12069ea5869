/** The door between the HTTP thread and the engine's: commands as messages, answers by number. */
import type { MessagePort, Worker } from 'node:worker_threads';
import type { NewJob } from '../../job/index.ts';
import type { EngineDoor } from './engine.ts';
import type { Outcome } from './outcome.ts';

type Asked = { type: 'submit'; number: number; jobs: readonly NewJob[] } | { type: 'wake' };
type Answered = { type: 'outcomes'; number: number; outcomes: Outcome[] };

/** A thread's own end of its port, or the worker as the other end sees it. */
export type Port = Pick<MessagePort | Worker, 'postMessage'> & {
  on(event: 'message', heard: (message: unknown) => void): unknown;
};

/** In the engine's thread. */
export function serveEngine(engine: EngineDoor, port: Port): void {
  port.on('message', (message) => {
    if (isWake(message)) return engine.wake();
    if (!isSubmit(message)) return;
    const { number, jobs } = message;
    void engine
      .submit(jobs)
      .then((outcomes) => port.postMessage({ type: 'outcomes', number, outcomes } satisfies Answered));
  });
}

export interface PortDoor extends EngineDoor {
  /** The thread is gone: whoever waits is told to look again. */
  close(): void;
}

const patience = 30_000;

/** In the HTTP thread. */
export function openDoor(port: Port): PortDoor {
  const waiting = new Map<number, (outcomes: Outcome[] | null) => void>();
  let last = 0;
  port.on('message', (message) => {
    if (isAnswer(message)) waiting.get(message.number)?.(message.outcomes);
  });
  return {
    wake: () => port.postMessage({ type: 'wake' } satisfies Asked),
    submit: (jobs) =>
      new Promise((resolve) => {
        const number = ++last;
        const settle = (outcomes: Outcome[] | null): void => {
          clearTimeout(timer);
          waiting.delete(number);
          resolve(outcomes ?? jobs.map(() => delayed));
        };
        const timer = setTimeout(() => settle(null), patience);
        waiting.set(number, settle);
        port.postMessage({ type: 'submit', number, jobs } satisfies Asked);
      }),
    close: () => {
      for (const settle of [...waiting.values()]) settle(null);
    },
  };
}

const delayed: Outcome = { ok: false, problem: { status: 503, code: 'flow-delayed' } };

const typeOf = (message: unknown): unknown => (message as { type?: unknown } | null)?.type;
const isWake = (message: unknown): boolean => typeOf(message) === 'wake';
const isSubmit = (message: unknown): message is Extract<Asked, { type: 'submit' }> =>
  typeOf(message) === 'submit';
const isAnswer = (message: unknown): message is Answered => typeOf(message) === 'outcomes';
