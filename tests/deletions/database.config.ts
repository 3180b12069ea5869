import { defineConfig } from 'vitest/config';

/** For copies from which a file is taken away that works on the database: all tests of flows. */
export default defineConfig({
  test: {
    include: ['core/flow/**/*.test.ts'],
    exclude: ['**/*.property.test.ts', '**/scale.test.ts', 'node_modules/**'],
    globalSetup: ['tests/support/server.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    bail: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
