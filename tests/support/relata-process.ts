/** A real Relata server as a child process: what browser, fault and bench runs talk to, and may kill. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../core/db/free-port.ts';

export const adminKey = 'test-key-test-key-test-key-test-key';
const root = join(import.meta.dirname, '../..');

export interface RelataProcess {
  url: string;
  pid: number;
  /** What it printed so far. */
  output(): string;
  /** Calls the API as the administrator; answers parsed JSON, throws on any status of 400 or more. */
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** SIGINT to the process alone, and waits. */
  stop(): Promise<void>;
  /** Ctrl-C as a terminal sends it, to the whole process group of a `hasOwnGroup`; answers the exit code. */
  interrupt(): Promise<number | null>;
  /** SIGKILL, and waits. */
  kill(): Promise<void>;
}

export async function startRelata(
  environment: Record<string, string>,
  { hasOwnGroup = false } = {},
): Promise<RelataProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, asStarted(), {
    cwd: root,
    detached: hasOwnGroup,
    env: {
      ...process.env,
      MALLOC_ARENA_MAX: '2',
      MALLOC_MMAP_THRESHOLD_: '131072',
      PORT: String(port),
      RELATA_ADMIN_KEY: adminKey,
      RELATA_LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const url = `http://127.0.0.1:${port}`;
  await ready(child, url, () => output);
  return {
    url,
    pid: child.pid!,
    output: () => output,
    call: (method, path, body) => call(url, { method, path, body }),
    stop: () => end(child, 'SIGINT'),
    interrupt: async () => {
      process.kill(-child.pid!, 'SIGINT');
      await end(child);
      return child.exitCode;
    },
    kill: () => end(child, 'SIGKILL'),
  };
}

/** Six seconds on two free cores: on busy ones a late start is no failure. */
const patienceSeconds = 180;

async function ready(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + patienceSeconds * 1_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    const isReady = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready within ${patienceSeconds} s:\n${output()}`);
}

async function call<T>(url: string, request: { method: string; path: string; body: unknown }): Promise<T> {
  const answer = await fetch(url + request.path, {
    method: request.method,
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${request.method} ${request.path}: ${answer.status} ${text}`);
  // The caller knows the shape of what it asked for.
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Waits for the end of the process, which the signal, if any, asks for. */
function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (signal) child.kill(signal);
  });
}

/** What `npm start` gives to Node. */
function asStarted(): string[] {
  // The cast: our own file, and a start without this script would not be one.
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' node ')[1]!.split(' ');
}
