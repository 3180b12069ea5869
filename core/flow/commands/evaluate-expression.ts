/** The value of an expression on a record that the asker may see, for whoever writes one. Nothing is changed. */
import type { Actor } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { ExpressionError } from '../../expression/index.ts';
import type { Registry } from '../../registry.ts';
import { evaluateOutside, type Outside } from '../shell/evaluate-outside.ts';
import { readRecords } from '../shell/read-records.ts';
import { compile } from '../step/evaluate.ts';
import type { Value, Variables } from '../step/types.ts';

export interface ExpressionParts {
  sql: Sql;
  clock: Pick<Clock, 'now'>;
  registry: Pick<Registry, 'entity' | 'hasEntity' | 'tasks' | 'text'>;
  records: Outside['parts']['records'];
  identity: Outside['parts']['identity'];
}

export interface ExpressionQuestion {
  actor: Actor;
  source: string;
  /** `$subject`, `$record` and `$before`. */
  record?: { entity: string; id: string };
  /** Names of the flow. */
  variables: Variables;
}

export type ExpressionAnswer =
  | { ok: true; value: Value; logs: Value[] }
  /** `position` is an offset in the source. */
  | { ok: false; code: string; message: string; name?: string; position?: number };

/** More than this is no value that somebody reads. */
const mostCharacters = 20_000;

export async function evaluateExpression(
  parts: ExpressionParts,
  question: ExpressionQuestion,
): Promise<ExpressionAnswer> {
  try {
    const { value, logs } = await evaluate(parts, question);
    if (JSON.stringify([value, logs]).length > mostCharacters)
      throw new ExpressionError({
        code: 'expression.limit',
        params: { name: 'size', limit: mostCharacters },
      });
    return { ok: true, value, logs };
  } catch (error) {
    if (!(error instanceof ExpressionError) && !(error instanceof Problem)) throw error;
    const { code, params = {} } = (error instanceof Problem && error.errors?.[0]) || error;
    const message = parts.registry.text(question.actor.locale, `problem.${code}`, params);
    const position = error instanceof ExpressionError ? error.position : undefined;
    return {
      ok: false,
      code,
      message,
      ...(typeof params['name'] === 'string' && { name: params['name'] }),
      ...(position !== undefined && { position }),
    };
  }
}

async function evaluate(
  parts: ExpressionParts,
  { actor, source, record, variables }: ExpressionQuestion,
): Promise<{ value: Value; logs: Value[] }> {
  const { sql, clock } = parts;
  const read = record && (await recordOf(parts, { actor, source, record }));
  const { timeZone } = await parts.identity.company();
  return evaluateOutside({
    db: sql,
    parts,
    actor,
    source,
    scope: variables,
    bindings: {
      ...(read && { subject: read, record: read, before: read }),
      actor: { id: actor.id },
      instance: { id: '', flow: '', businessKey: null, startedAt: new Date(clock.now()).toISOString() },
    },
    now: clock.now(),
    timeZone,
    isStrict: true,
  });
}

/** As much of it as the expression reads, through what the asker may see. */
async function recordOf(
  { sql, ...parts }: ExpressionParts,
  { actor, source, record }: Required<Pick<ExpressionQuestion, 'actor' | 'source' | 'record'>>,
): Promise<Value> {
  const { subjectPaths, recordPaths } = compile(source);
  const read = [...subjectPaths, ...recordPaths];
  const paths = read.length === 0 ? ['id'] : read;
  const found = await readRecords({ db: sql, parts, actor, wanted: [{ ...record, paths }] });
  const value = found.get(`${record.entity}/${record.id}`);
  if (value === undefined)
    throw new Problem({ status: 404, code: 'not-found', params: { what: record.entity, id: record.id } });
  return value;
}
