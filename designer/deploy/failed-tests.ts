import { ApiProblem } from '../../web/data/client.ts';

export interface FailedTest {
  id: string;
  name: string;
  differences: string[];
}

/** The tests for which the server refuses a deployment; none for every other error. */
export const failedTests = (error: unknown): FailedTest[] => {
  if (!(error instanceof ApiProblem) || error.code !== 'flow-tests-failed') return [];
  // The documented refusal: the tests beside the sentence.
  return (error.extra as { tests?: FailedTest[] }).tests ?? [];
};
