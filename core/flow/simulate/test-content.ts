/** What a test of a flow keeps. */
import type { Values } from '../../entity/definition.ts';
import type { Subject, Variables } from '../step/types.ts';
import type { Answer, DraftFlow, Outcome, TrialInput } from './types.ts';
import type { Actor } from '../../access/actor.ts';

export interface FixtureRecord {
  entity: string;
  id: string;
  values: Values;
}

/** A change as it is compared: of new records the id is another each time. */
export interface ExpectedChange {
  entity: string;
  kind: string;
  /** Empty where the record is new. */
  id: string;
  fields: Record<string, unknown>;
}

export interface TestContent {
  subject: Subject | null;
  /** What the subject refers to comes before it. */
  records: FixtureRecord[];
  variables: Variables;
  answers: Record<string, Answer>;
  /** The moment at which it runs, each time: milliseconds since 1970. */
  at: number;
  wouldStart: boolean | null;
  expected: Omit<Outcome, 'lasted'> & { changes: ExpectedChange[] };
}

export interface FlowTest {
  id: string;
  flow: string;
  name: string;
  content: TestContent;
}

export interface TestResult {
  id: string;
  name: string;
  isPassed: boolean;
  /** What goes otherwise, in sentences. */
  differences: string[];
}

export interface TestsInput {
  actor: Actor;
  flow: string;
  draft: DraftFlow[] | null;
  tests: FlowTest[];
}

/** What the engine is asked about trials. */
export type TrialRequest =
  | { ask: 'try'; input: TrialInput }
  | { ask: 'keep'; input: TrialInput }
  | { ask: 'test'; input: TestsInput };
