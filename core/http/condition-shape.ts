import { z } from 'zod';
import { conditionOperators } from '../screen/definition.ts';

/** Conditions of a list, a figure or a report, as people set them. */
export const conditionsShape = z
  .array(
    z.strictObject({
      field: z.string().min(1).max(200),
      operator: z.enum(conditionOperators),
      value: z.unknown().optional(),
    }),
  )
  .max(50)
  .optional();
