import { defineConfig } from 'vitest/config';

/** For copies from which a file is taken away: the tests that need no database, and no more than it takes to fail. */
export default defineConfig({
  test: {
    include: ['core/flow/{elements,step}/**/*.test.ts', 'core/flow/deploy/**/*.test.ts'],
    exclude: ['**/*.property.test.ts', '**/scale.test.ts', 'node_modules/**'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    bail: 1,
    testTimeout: 10_000,
  },
});
