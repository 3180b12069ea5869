import { ExpressionError, type ExpressionCode, type ExpressionProblem } from '../expression-error.ts';
import type { Limits } from '../limits.ts';
import { typeName } from '../value.ts';

interface JsonataError {
  code?: string;
  message?: string;
  position?: number;
  token?: string;
  value?: unknown;
  value2?: unknown;
  index?: number;
}

/** jsonata's codes that mean what one of ours means; all others are `expression.failed` with its sentence. */
const codes: Record<string, ExpressionCode> = {
  T2003: 'expression.not-number',
  T2004: 'expression.not-number',
  T2007: 'expression.not-comparable',
  T2008: 'expression.not-comparable',
  D3070: 'expression.not-comparable',
  T0410: 'expression.argument',
  T0411: 'expression.argument',
  T0412: 'expression.argument',
  T1003: 'expression.argument',
  D1009: 'expression.argument',
  D3010: 'expression.argument',
  D3011: 'expression.argument',
  D3012: 'expression.argument',
  D3020: 'expression.argument',
  D3030: 'expression.argument',
  D3040: 'expression.argument',
  D3050: 'expression.argument',
  D3060: 'expression.argument',
  D3100: 'expression.argument',
  D3110: 'expression.argument',
  D3140: 'expression.argument',
  D1004: 'expression.argument',
  T1005: 'expression.not-function',
  T1006: 'expression.not-function',
  T1007: 'expression.not-function',
  T1008: 'expression.not-function',
  T2006: 'expression.not-function',
  D1001: 'expression.not-finite',
  D3001: 'expression.not-finite',
  D3061: 'expression.not-finite',
  D3137: 'expression.raised',
  D3138: 'expression.raised',
  D3139: 'expression.raised',
  D3141: 'expression.raised',
  D1011: 'expression.limit',
  D1012: 'expression.limit',
  D2014: 'expression.limit',
  D2015: 'expression.limit',
};

const limitNames: Record<string, keyof Limits> = { D1011: 'depth', D1012: 'timeMs' };

/** The problem in an error of jsonata's interpreter, or of ours inside it. */
export function translateError(error: unknown, limits: Limits): ExpressionProblem {
  if (error instanceof ExpressionError) {
    const { code, params, position, needs } = error;
    return { code, params, position, needs };
  }
  if (error instanceof RangeError)
    return { code: 'expression.limit', params: { name: 'depth', limit: 'stack' } };
  const { code = '', message, position, token, value, value2, index } = error as JsonataError;
  const limit = limitNames[code] ?? 'size';
  const isLimit = codes[code] === 'expression.limit';
  return {
    code: codes[code] ?? 'expression.failed',
    position,
    params: {
      name: isLimit ? limit : (token ?? ''),
      limit: limits[limit],
      operator: token ?? '',
      index: index ?? 1,
      found: typeName(value),
      left: typeName(value),
      right: typeName(value2),
      side: 'left',
      detail: message ?? code,
      code,
    },
  };
}
