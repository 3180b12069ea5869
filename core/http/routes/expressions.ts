import { z } from 'zod';
import { evaluateExpression, type ExpressionParts } from '../../flow/commands/evaluate-expression.ts';
import { reply, route, type Route } from '../route.ts';
import { variables } from './flow-shapes.ts';

const longestSource = 20_000;

export const expressionRoutes = (parts: ExpressionParts): Route[] => [
  route({
    method: 'post',
    path: '/api/expressions/evaluate',
    summary: 'The value of an expression on a record that one may see, or why it has none',
    tag: 'flows',
    permission: 'flows.deploy',
    body: z.strictObject({
      source: z.string().min(1).max(longestSource),
      record: z.object({ entity: z.string(), id: z.uuid() }).optional(),
      variables: variables.default({}),
    }),
    run: async ({ actor, body }) => reply(200, await evaluateExpression(parts, { actor, ...body })),
  }),
];
