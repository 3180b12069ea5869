import { readFile } from 'node:fs/promises';
import type { Outcome } from './steps.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** A file that does not even load has no test that could fail: it counts as one. */
export async function countVitest(file: string, code: number): Promise<Outcome> {
  const report = await readReport<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1, note: 'no report' };
  const broken = report.testResults.filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return outcome({
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests,
    code,
  });
}

export interface FailedFiles {
  files: string[];
  /** Of their tests. */
  passed: number;
}

/** The files with a failed test, or that did not load. */
export async function failedFiles(file: string): Promise<FailedFiles> {
  const report = await readReport<VitestReport>(file);
  const failed = report?.testResults.filter(({ status }) => status === 'failed') ?? [];
  const passed = failed.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'passed'),
  ).length;
  return { files: failed.map(({ name }) => name), passed };
}

export async function countPlaywright(file: string, code: number): Promise<Outcome> {
  const report = await readReport<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1, note: 'no report' };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const counted = outcome({
    ...{ passed: expected + flaky, failed: unexpected + report.errors.length },
    ...{ skipped, code },
  });
  return flaky === 0 ? counted : { ...counted, note: `${flaky} only at the second try: see the list` };
}

/** A runner that fails without a failed test, by an unhandled error say, or runs no test at all, has failed. */
function outcome(counts: { passed: number; failed: number; skipped: number; code: number }): Outcome {
  const { passed, skipped, code } = counts;
  const isUnexplained = counts.failed === 0 && (code !== 0 || passed === 0);
  const note = skipped > 0 ? `${skipped} skipped` : undefined;
  return { passed, failed: isUnexplained ? 1 : counts.failed, ...(note ? { note } : {}) };
}

async function readReport<Report>(file: string): Promise<Report | null> {
  try {
    // The runners' own report formats, as far as they are read here.
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
