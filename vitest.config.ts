import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{core,plugins,designer,web}/**/*.test.ts',
      'tests/{architecture,flows,faults,support}/**/*.test.ts',
    ],
    globalSetup: ['tests/support/server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
