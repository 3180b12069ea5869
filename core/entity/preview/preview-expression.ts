/** What an expression that is being written gives on records that are there, as the writer sees them. */
import type { Actor } from '../../access/actor.ts';
import { compile, ExpressionError, toExpressionRecord, type Compiled } from '../../expression/index.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { currencyIn, moneyOf } from '../formula/formula-currency.ts';
import { asResult } from '../formula/read-formula.ts';
import { expressionRefusal, type Refusal } from '../formula/check-formula.ts';
import { formulaSql, indexRefusal } from '../formula/formula-sql.ts';
import type { RecordStore } from '../record-store.ts';

export interface PreviewInput {
  actor: Actor;
  definition: EntityDefinition;
  records: Pick<RecordStore, 'list'>;
  /** `rule`: true or false; `default`: over the new record. */
  kind: 'formula' | 'rule' | 'default';
  expression: string;
  /** Formula: the field its values are of. */
  result?: FieldDefinition;
  now: number;
}

export interface Preview {
  problem: (Refusal & { position?: number }) | null;
  /** Formula: whether lists can be filtered and sorted by it, and if not, why. */
  askable?: 'yes' | 'time' | 'other';
  /** Formula: whether an index can be kept of its value. */
  isIndexable?: boolean;
  samples: Sample[];
}

export interface Sample {
  id: string;
  title: unknown;
  value: unknown;
  problem: Refusal | null;
}

const most = 5;
const bindings = { formula: [], rule: ['before', 'actor'], default: ['actor'] } as const;

export async function previewExpression(input: PreviewInput): Promise<Preview> {
  const { actor, definition, records, kind, expression } = input;
  const problem = expressionRefusal(definition, expression, { bindings: bindings[kind] });
  if (problem) return { problem: { ...problem, ...positionOf(expression) }, samples: [] };
  const compiled = compile(expression);
  const fields = [...new Set([definition.title, ...compiled.roots])];
  const { items } = await records.list({ actor, entity: definition.id, fields, limit: most });
  return {
    problem: null,
    ...(kind === 'formula' && input.result && asked(definition, expression, input.result)),
    samples: items.map((record) => ({
      id: record.id,
      title: record[definition.title] ?? null,
      ...valueOf(input, compiled, record),
    })),
  };
}

function asked(
  definition: EntityDefinition,
  expression: string,
  result: FieldDefinition,
): Pick<Preview, 'askable' | 'isIndexable'> {
  const field: FieldDefinition = { type: 'formula', expression, result };
  const sql = formulaSql(definition, field);
  const isIndexable = indexRefusal(definition, field) === undefined;
  if (sql && 'reason' in sql) return { askable: sql.reason, isIndexable };
  return { askable: sql?.readsTime ? 'time' : 'yes', isIndexable };
}

function valueOf(
  { actor, definition, kind, result, now }: PreviewInput,
  compiled: Compiled,
  record: Record<string, unknown>,
): Pick<Sample, 'value' | 'problem'> {
  const scope = toExpressionRecord(record, (name) => definition.fields[name]?.type);
  const acting = { id: actor.userId, name: actor.name, roles: [...actor.roles] };
  try {
    const value = compiled.evaluate(scope, {
      bindings: { actor: acting, before: scope },
      now,
      timeZone: actor.timeZone,
      strict: true,
    });
    if (kind === 'rule' && value !== null && typeof value !== 'boolean')
      return {
        value,
        problem: { code: 'expression.not-boolean', params: { found: JSON.stringify(value).slice(0, 60) } },
      };
    return typed(value, result, currencyIn(moneyOf(definition, compiled.roots), record));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    // An operand is empty: so is the value.
    if (error.code === 'expression.nothing') return { value: null, problem: null };
    return { value: null, problem: { code: error.code, params: { ...error.params } } };
  }
}

/** As the field will hold it. */
function typed(
  value: unknown,
  result: FieldDefinition | undefined,
  currency: string | null,
): Pick<Sample, 'value' | 'problem'> {
  if (value === null || !result) return { value, problem: null };
  const shown = asResult(value, result, currency);
  return shown.ok
    ? { value: shown.value, problem: null }
    : { value, problem: { code: shown.code, params: shown.params } };
}

function positionOf(expression: string): { position?: number } {
  try {
    compile(expression);
    return {};
  } catch (error) {
    return error instanceof ExpressionError && error.position !== undefined
      ? { position: error.position }
      : {};
  }
}
