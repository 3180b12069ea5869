import type { z } from 'zod';
import { invalid } from '../errors.ts';

/** The value in the schema's shape; a problem that lists every mistake with its pointer otherwise. */
export function validate(schema: z.ZodType, value: unknown, place = ''): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.flatMap((issue) =>
      (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]).map(
        (path) => ({
          pointer: `${place}/${path.map(String).join('/')}`,
          code: issue.code === 'unrecognized_keys' ? 'field-unknown' : 'value-invalid',
          params: { reason: issue.message },
        }),
      ),
    ),
  );
}
