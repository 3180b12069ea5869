/** Entry of the thread that watches the HTTP thread: see `watch-http.ts`. */
import { Session, type Debugger, type Runtime } from 'node:inspector';
import { setTimeout as pause } from 'node:timers/promises';
import { BroadcastChannel, workerData } from 'node:worker_threads';
import { createLog } from '../log.ts';
import { orders, watched, type WatchData, type Watched } from './watch-orders.ts';

// The cast: only `watch-http.ts` starts this file, with this very data.
const { beats, patience, logLevel } = workerData as WatchData;
const log = createLog(logLevel);
const beat = 1_000;
/** Until the thread does what it is told: on busy cores it took more than five seconds to find where it stands. */
const longest = 60_000;
/** Until the others have ended their work. */
const othersLongest = 5_000;
const otherThreads = 2;

let [seen, silent] = [-1, 0];
setInterval(() => {
  const now = Atomics.load(beats, 0);
  // Told by beats, not by the clock: a machine that slept says nothing about its threads.
  silent = now === seen ? silent + 1 : 0;
  seen = now;
  if (silent * beat !== Math.ceil(patience / beat) * beat) return;
  takeHold().catch(end);
}, beat);

async function takeHold(): Promise<void> {
  const session = new Session();
  session.connectToMainThread();
  const frames = await Promise.race([stopped(session), pause(longest, null)]);
  if (frames === null) return end('it could not be stopped');
  // It had come to the end of what took so long.
  if (Atomics.load(beats, 0) !== seen) return session.disconnect();
  const route = await ask(session, 'route');
  log.error({ route, at: frames }, 'the HTTP thread stands still: the process begins anew');
  await Promise.race([othersEnded(), pause(othersLongest)]);
  void ask(session, 'beginAnew').catch(() => {});
  // Before it has begun, it would not hear of it; and then its process waits for this.
  await Atomics.waitAsync(beats, 1, 0, longest).value;
  session.disconnect();
  await pause(longest);
  end('it could not begin anew');
}

/** Whoever started the process sees its end, and starts it again. */
function end(reason: unknown): void {
  log.fatal({ reason }, 'the HTTP thread stands still: ending the process');
  const kill = (): void => void process.kill(process.pid, 'SIGKILL');
  log.flush(kill);
  // Whatever becomes of the log.
  setTimeout(kill, beat);
}

const stopped = (session: Session): Promise<string[]> =>
  new Promise((resolve) => {
    const files = new Map<string, string>();
    session.on('Debugger.scriptParsed', ({ params }: { params: Debugger.ScriptParsedEventDataType }) =>
      files.set(params.scriptId, params.url),
    );
    const place = ({ functionName, location }: Debugger.CallFrame): string =>
      `${functionName || 'function'} ${files.get(location.scriptId)}:${location.lineNumber + 1}`;
    session.once('Debugger.paused', ({ params }: { params: Debugger.PausedEventDataType }) =>
      resolve(params.callFrames.slice(0, 5).map(place)),
    );
    session.post('Debugger.enable');
    session.post('Debugger.pause');
  });

const ask = (session: Session, what: keyof Watched): Promise<unknown> =>
  new Promise((resolve, reject) =>
    session.post(
      'Runtime.evaluate',
      { expression: `${watched}.${what}()`, returnByValue: true },
      (error: Error | null, answer: Runtime.EvaluateReturnType) =>
        error ? reject(error) : resolve(answer.result.value),
    ),
  );

/** So that what they hold is given back, and not taken for what ended the process. */
const othersEnded = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new BroadcastChannel(orders);
    let ended = 0;
    channel.addEventListener('message', () => void (++ended === otherThreads && resolve()));
    channel.postMessage('stop');
  });
