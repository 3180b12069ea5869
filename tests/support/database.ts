import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { connect, type Sql } from '../../core/db/connect.ts';
import { databaseUrl } from '../../core/db/embedded.ts';
import { templateName } from './server.ts';

export interface TestDatabase {
  url: string;
  sql: Sql;
  /** Ends the pool and drops the database. */
  close(): Promise<void>;
}

/** A migrated database of one's own, cloned from the template; call `close` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const port = inject('postgresPort');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await administer(port, `create database ${name} template ${templateName}`);
  const url = databaseUrl(port, name);
  const sql = connect(url);
  return {
    url,
    sql,
    close: async () => {
      await sql.end({ timeout: 5 });
      await administer(port, `drop database ${name} with (force)`);
    },
  };
}

async function administer(port: number, statement: string): Promise<void> {
  const admin = postgres(databaseUrl(port, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    // Two clones of one template at once are refused (55006): wait for the other.
    for (let attempt = 0; ; attempt++) {
      try {
        await admin.unsafe(statement);
        return;
      } catch (error) {
        if (attempt === 100 || (error as { code?: string }).code !== '55006') throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await admin.end();
  }
}
