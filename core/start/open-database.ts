/** The database a start works on: the server at `DATABASE_URL`, or the embedded one in the data folder. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { connect, type Sql } from '../db/connect.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';

export interface OpenDatabase {
  url: string;
  wasAdopted: boolean;
  /** Stops the embedded server; an external one is left alone. */
  stop(): Promise<void>;
}

export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const server = config.databaseUrl
    ? { url: config.databaseUrl, wasAdopted: false, stop: () => Promise.resolve() }
    : await startEmbedded(join(config.dataDirectory, 'postgres'));
  const sql = connect(server.url, { max: 2, name: 'relata migrations' });
  try {
    await checkServer(sql);
    await migrate(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
  return server;
}

/** What any server must be: recent enough, UTF-8, and a character type in which Chinese letters are letters. */
async function checkServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ version: number; encoding: string; ctype: string }[]>`
    select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding,
      datctype as ctype from pg_database where datname = current_database()`;
  if (server!.version < 160000)
    throw new Error(
      `PostgreSQL ${Math.floor(server!.version / 10000)} is too old for Relata. Use version 16 or newer.`,
    );
  if (server!.encoding !== 'UTF8')
    throw new Error(
      `The database has the encoding ${server!.encoding}. Create it anew with ENCODING 'UTF8'.`,
    );
  if (server!.ctype === 'C' || server!.ctype === 'POSIX')
    throw new Error(
      "The database has LC_CTYPE C, in which search finds nothing in Chinese. Create it anew with LOCALE 'C.UTF-8'.",
    );
}
