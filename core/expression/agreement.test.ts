/** Random expressions over random records: the three evaluators agree wherever each covers them. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { compile, defaultLimits, ExpressionError, type Value, type Variables } from './index.ts';
import { runJsonata } from './isolated/run-jsonata.ts';
import type { Outcome } from './semantics.ts';
import { scalarExpression, listExpression } from './tests/random-expression.ts';
import { record, recordColumns } from './tests/random-record.ts';
import { computeInSql } from './tests/record-table.ts';
import { env } from './tests/scope.ts';

test('closures and interpreter give the same value or the same error', async () => {
  const anyExpression = fc.oneof(scalarExpression, listExpression);
  await fc.assert(
    fc.asyncProperty(anyExpression, record, fc.boolean(), async (source, scope, strict) => {
      const inClosure = byClosure(source, scope, strict);
      const inInterpreter = await byInterpreter(source, scope, strict);
      // The interpreter computes the items of a list at once: which of two errors comes first is chance there.
      const isChance = 'error' in inClosure && 'error' in inInterpreter && /\[.*,/.test(source);
      fc.pre(!isChance);
      expect(inClosure).toEqual(inInterpreter);
    }),
    // A fixed seed: jsonata has corners that a random one may still find on somebody else's change.
    { numRuns: 800, seed: 20261121 },
  );
});

describe('with a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  test('SQL gives the same value, and NULL for null, missing and errors', async () => {
    let covered = 0;
    await fc.assert(
      fc.asyncProperty(scalarExpression, record, async (source, scope) => {
        const result = await computeInSql(database.sql, compile(source), {
          columns: recordColumns,
          values: scope,
        });
        if (!result.isCovered) return;
        covered++;
        const expected = byClosure(source, scope, true);
        expect(result.value).toEqual('value' in expected ? expected.value : null);
      }),
      { numRuns: 400 },
    );
    // Most of what is generated has SQL; a compiler that refuses everything would agree with anything.
    expect(covered).toBeGreaterThan(130);
  });
});

function byClosure(source: string, scope: Variables, strict: boolean): Outcome {
  try {
    return found(compile(source).evaluateOptional(scope, { ...env, strict }));
  } catch (error) {
    if (error instanceof ExpressionError) return { error: error.code };
    throw error;
  }
}

async function byInterpreter(source: string, scope: Variables, strict: boolean): Promise<Outcome> {
  const { now, timeZone } = env;
  const answer = await runJsonata({
    source,
    scope,
    bindings: {},
    now,
    timeZone,
    strict,
    limits: defaultLimits,
  });
  return answer.isOk ? found(answer.value) : { error: answer.problem.code };
}

const found = (value: Value | undefined): Outcome => (value === undefined ? { missing: true } : { value });
