import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closePool,
  compile,
  evaluateIsolatedOptional,
  ExpressionError,
  semantics,
  type Environment,
  type Value,
} from './index.ts';
import type { Outcome } from './semantics.ts';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { computeInSql, type Columns } from './tests/record-table.ts';
import { env, scope } from './tests/scope.ts';

afterAll(() => closePool());

const loose = { ...env, strict: false };

describe('closures follow the table', () => {
  test.each(semantics)('$expression ($about)', async (row) => {
    const compiled = compile(row.expression);
    expect(compiled.uncovered).toBeUndefined();
    const run = (environment: Environment) => outcome(() => compiled.evaluateOptional(scope, environment));
    expect(await run(env)).toEqual(row.strict);
    expect(await run(loose)).toEqual(row.loose ?? row.strict);
  });
});

describe('the isolated interpreter follows the table', () => {
  test.each(semantics)('$expression ($about)', async (row) => {
    const source = row.expression;
    const run = (environment: Environment) =>
      outcome(() => evaluateIsolatedOptional({ source, scope, env: environment }));
    expect(await run(env)).toEqual(row.strict);
    expect(await run(loose)).toEqual(row.loose ?? row.strict);
  });
});

describe('PostgreSQL follows the table', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const columns: Columns = {
    n: 'number',
    z: 'number',
    none: 'number',
    t: 'text',
    u: 'text',
    empty: 'text',
    blank: 'text',
    yes: 'boolean',
    d: 'date',
    noDay: 'date',
    at: 'dateTime',
    nobody: 'textList',
  };

  test.each(semantics.filter((row) => row.sql))('$expression ($about)', async (row) => {
    const record = { columns, values: scope };
    const result = await computeInSql(database.sql, compile(row.expression), record);
    expect(result.reason).toBeUndefined();
    expect(result.value).toEqual('value' in row.strict ? row.strict.value : null);
  });
});

async function outcome(act: () => Value | undefined | Promise<Value | undefined>): Promise<Outcome> {
  try {
    const value = await act();
    return value === undefined ? { missing: true } : { value };
  } catch (error) {
    if (error instanceof ExpressionError) return { error: error.code };
    throw error;
  }
}
