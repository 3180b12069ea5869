/** Copied into a scratch folder and run there: a workflow of a computing step and a branch, each step recorded. */
import { DBOS } from '@dbos-inc/dbos-sdk';

const workflows = Number(process.env.COUNT);
const atOnce = 100;

DBOS.setConfig({
  name: 'bench',
  systemDatabaseUrl: process.env.DATABASE_URL,
  systemDatabasePoolSize: 16,
  logLevel: 'error',
});
const work = DBOS.registerWorkflow(
  async (n) => {
    const doubled = await DBOS.runStep(() => Promise.resolve(n * 2), { name: 'double' });
    return doubled > 1000 ? 'large' : 'small';
  },
  { name: 'work' },
);
await DBOS.launch();

async function run(count) {
  let next = 0;
  const loop = async () => {
    // Called, not started: waiting for a started one polls, and would measure the poll.
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
}

await run(200);
const began = performance.now();
await run(workflows);
console.log(`rate ${workflows / ((performance.now() - began) / 1000)}`);
await DBOS.shutdown();
