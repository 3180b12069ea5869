/**
 * Vitest's global setup: one embedded PostgreSQL per run, in a temporary folder, with a migrated database
 * `template_relata` that every test file clones (`testDatabase`).
 */
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { connect } from '../../core/db/connect.ts';
import { databaseUrl, startEmbedded } from '../../core/db/embedded.ts';
import { migrate } from '../../core/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresPort: number;
  }
}

export const templateName = 'template_relata';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'relata-test-'));
  // PostgreSQL runs as another user when we are root, and must reach its own folder.
  await chmod(directory, 0o755);
  const server = await startEmbedded(join(directory, 'pg'), ['-c', 'fsync=off', '-c', 'max_connections=200']);
  const admin = postgres(databaseUrl(server.port, 'postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${templateName}`);
  await admin.end();
  const sql = connect(databaseUrl(server.port, templateName), { max: 2 });
  await migrate(sql);
  await sql.end();
  project.provide('postgresPort', server.port);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
