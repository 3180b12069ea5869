/** Prints how many bytes of old heap each of a few thousand finished queries left over: `node --expose-gc … <database>`. */
import { getHeapSpaceStatistics } from 'node:v8';
import { connect } from '../../core/db/connect.ts';

const count = 6_000;
const sql = connect(process.argv[2] ?? '', { max: 1 });
const oldSpace = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => space_name === 'old_space')
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
const ask = () => sql`select ${'x'.repeat(100)}::text as text`;

for (let index = 0; index < 300; index++) await ask();
globalThis.gc?.();
const before = oldSpace();
for (let index = 0; index < count; index++) await ask();
process.stdout.write(String((oldSpace() - before) / count));
await sql.end();
