import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Sql } from '../../core/db/connect.ts';
import { startEmbedded } from '../../core/db/embedded.ts';
import { processorTime } from './processor-time.ts';
import { startRelata, type RelataProcess } from '../support/relata-process.ts';

export interface World {
  relata: RelataProcess;
  sql: Sql;
  databaseUrl: string;
  /** Scratch, removed at the end; peers are installed here. */
  folder: string;
  /** Milliseconds of processor time that the first server and PostgreSQL have used so far. */
  used(): Promise<{ server: number; database: number }>;
  /** One more server on the same database. */
  another(): Promise<RelataProcess>;
  /** A fresh database on the same server, for floors and peers. */
  otherDatabase(name: string): Promise<string>;
  close(): Promise<void>;
}

interface WorldOptions {
  hasTestClock?: boolean;
  environment?: Record<string, string>;
}

/** As an operator would set it up; nothing that trades safety for speed. */
const settings = [
  'shared_buffers=1GB',
  'max_wal_size=8GB',
  'checkpoint_timeout=15min',
  'work_mem=32MB',
  'maintenance_work_mem=256MB',
  'max_connections=200',
  'synchronous_commit=on',
];

export async function openWorld({
  hasTestClock = false,
  environment = {},
}: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'relata-bench-'));
  // PostgreSQL runs as another user when we are root, and must reach its own folder.
  await chmod(folder, 0o755);
  const server = await startEmbedded(
    join(folder, 'pg'),
    settings.flatMap((setting) => ['-c', setting]),
  );
  const started: RelataProcess[] = [];
  let closing: Promise<void> | undefined;
  // Ctrl-C, and what breaks off by it, close the same world.
  const close = (): Promise<void> => (closing ??= end());
  const end = async (): Promise<void> => {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await Promise.all(started.map((each) => each.stop()));
    await sql.end({ timeout: 5 });
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  // PostgreSQL is nobody's child: it would live on.
  const onSignal = (): void =>
    void close().then(
      () => process.exit(130),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const sql = connect(server.url, { max: 4 });
  const another = async (): Promise<RelataProcess> => {
    const relata = await startRelata({
      DATABASE_URL: server.url,
      RELATA_SECRET: 'bench-bench-bench-bench-bench-bench-bench',
      RELATA_DATA_DIR: join(folder, 'data'),
      RELATA_DEMO: '0',
      RELATA_PLUGINS: join(import.meta.dirname, 'plugin'),
      ...(hasTestClock && { RELATA_TEST_CLOCK: '1' }),
      ...environment,
    });
    started.push(relata);
    return relata;
  };
  const relata = await another();
  return {
    relata,
    sql,
    databaseUrl: server.url,
    folder,
    another,
    used: async () => {
      // The first line of PostgreSQL's own note is the number of its process.
      const note = await readFile(join(folder, 'pg/postmaster.pid'), 'utf8');
      const [server, database] = await Promise.all([
        processorTime(relata.pid),
        processorTime(Number(note.split('\n')[0])),
      ]);
      return { server, database };
    },
    otherDatabase: async (name) => {
      await sql.unsafe(`create database ${name}`);
      return server.url.replace(/\/[^/]*$/, `/${name}`);
    },
    close,
  };
}

/** Megabytes that a process holds in memory now, and at most so far (Linux). */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
}

/** Runs a script to its end in a process of its own; answers what it printed. */
export function runScript(
  file: string,
  input: { cwd: string; env: Record<string, string> },
): Promise<string> {
  const child = spawn(process.execPath, [file], {
    cwd: input.cwd,
    env: { ...process.env, ...input.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${file} ended with ${code}: ${output}`)),
    );
  });
}
