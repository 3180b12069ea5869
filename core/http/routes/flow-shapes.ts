/** Shapes that several flow routes share. */
import { z } from 'zod';
import { instanceStates } from '../../flow/commands/list-instances.ts';
import { heaviestValue, weigh } from '../../flow/shell/weigh.ts';
import type { Value } from '../../flow/step/types.ts';

/** Text that PostgreSQL can keep: it has no character 0. */
export const text = z.string().refine((value) => !value.includes('\u0000'), 'text-control');
/** The XML of a file. */
export const diagram = text.min(1).max(5_000_000);

const value: z.ZodType<Value> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), text, z.array(value), z.record(text, value)]),
);

export const variables = z
  .record(text.max(200), value)
  .refine((given) => weigh(given, heaviestValue) === 'fits', 'variables-large');

/** A value in a query: JSON where it is JSON, else the text as it stands. */
export const variableText = text.max(2_000).transform((given): Value => {
  try {
    return JSON.parse(given) as Value; // JSON gives nothing else
  } catch {
    return given;
  }
});

/** `<entity>/<id>`. */
export const subjectText = z
  .string()
  .regex(/^[\w.-]+\/[0-9a-f-]{36}$/i, 'not-subject')
  .transform((given) => {
    const [entity = '', id = ''] = given.split('/');
    return { entity, id };
  });

export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
  count: z.enum(['none', 'estimate', 'exact']).optional(),
});

/** Which instances, as a query and a body both ask. */
export const instanceFilter = {
  flow: z.string().optional(),
  state: z.enum(instanceStates).optional(),
  element: z.string().max(500).optional(),
  businessKey: z.string().optional(),
  subject: subjectText.optional(),
};

export const byId = z.object({ id: z.uuid() });
