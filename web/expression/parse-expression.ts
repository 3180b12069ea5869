import jsonata from 'jsonata';

/** The parts of JSONata's syntax tree that the designer reads. */
export interface ExpressionNode {
  type: string;
  value?: unknown;
  lhs?: ExpressionNode;
  rhs?: ExpressionNode;
  steps?: ExpressionNode[];
  arguments?: ExpressionNode[];
  expressions?: ExpressionNode[];
  procedure?: ExpressionNode;
  predicate?: FilterNode[];
  stages?: FilterNode[];
}

/** What stands in brackets after a step. */
export interface FilterNode {
  type: string;
  expr?: ExpressionNode;
}

/** Null when the source is not JSONata. */
export const parseExpression = (source: string): ExpressionNode | null => {
  try {
    // JSONata's own type leaves most members out; every member here is optional.
    return jsonata(source).ast() as unknown as ExpressionNode;
  } catch {
    return null;
  }
};

/** Why the source is not JSONata, in the parser's words; null when it is. */
export const expressionFault = (source: string): string | null => {
  try {
    jsonata(source);
    return null;
  } catch (fault) {
    const message = (fault as { message?: unknown } | null)?.message;
    return typeof message === 'string' ? message : String(fault);
  }
};
