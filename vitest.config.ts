import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What kills servers and waits for them comes first, so that no worker is left alone with it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = (file: TestSpecification): boolean => file.moduleId.includes('/tests/faults/');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: [
      '{core,plugins,designer,web}/**/*.test.ts',
      'tests/{architecture,flows,faults,support}/**/*.test.ts',
    ],
    globalSetup: ['tests/support/server.ts'],
    pool: 'forks',
    // Modules are loaded once a worker, not once a file: no module of ours keeps what a second world would trip over.
    isolate: false,
    // One more than the cores we count on: what kills servers waits for most of its time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for is there at once, but for a machine that starves: a second failed tests there.
    expect: { poll: { timeout: 15_000 } },
  },
});
