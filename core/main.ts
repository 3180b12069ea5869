/**
 * `npm start`: one process with three threads (HTTP, engine, jobs) on one database, from nothing to ready.
 * V8 is told to keep its heaps small (the `start` script, the image): otherwise the young generation of the HTTP thread
 * keeps 100 MB after boot, and 70 MB that are uploaded leave as much behind.
 */
import { join } from 'node:path';
import { ConfigError, readConfig, type Config } from './config.ts';
import './db/mend-driver.ts';

const root = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const config = configOrExit();
  // Later than the mend of the driver that it loads.
  const { startServer } = await import('./start/start-server.ts');
  const { watchHttp } = await import('./start/watch-http.ts');
  const server = await startServer({ config, root, say: (line) => console.log(line) });
  watchHttp(config);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    console.log('Stopping…');
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && !process.env['RELATA_LOG_LEVEL'] ? error.message : error);
  process.exit(1);
});
