/**
 * `npm test`: everything CI runs, in the order in which it is quickest to learn of a mistake. A failed step
 * does not stop the others; up to three files of tests that failed are tried once more, which the table tells. Ends with one line `N passed, N failed` that counts every step and every test.
 * `npm test -- lint types` runs the steps named.
 */
import { join } from 'node:path';
import { steps, type Outcome } from './run/steps.ts';

const root = join(import.meta.dirname, '..');
// A second less for each of many servers; one that serves for long would keep 35 MB of it.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/relata');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

const rows: (Outcome & { name: string; seconds: number })[] = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n── ${step.name}: ${step.about}`);
  const began = Date.now();
  const outcome = await step.run(root);
  if (outcome.output) console.log(outcome.output);
  rows.push({ ...outcome, name: step.name, seconds: (Date.now() - began) / 1000 });
}

const wide = Math.max(...rows.map((row) => row.name.length));
console.log('');
for (const row of rows)
  console.log(
    [
      row.failed === 0 ? '✓' : '✗',
      row.name.padEnd(wide),
      `${row.seconds.toFixed(1).padStart(7)} s`,
      `${row.passed} passed, ${row.failed} failed${row.note ? `  (${row.note})` : ''}`,
    ].join('  '),
  );
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
