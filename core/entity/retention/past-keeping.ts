/** Which records are past their keeping, as SQL over a table that is called `t`. */
import type { KeptFor } from '../definition.ts';
import type { EntityModel } from '../model.ts';

export const dayMilliseconds = 86_400_000;

/** A record that lacks the date is kept. `now` in milliseconds since 1970; text of a condition without parameters. */
export function pastKeeping(model: EntityModel, { days, after }: KeptFor, now: number): string {
  const field = model.shape.fields.get(after)!;
  const bound = new Date(now - days * dayMilliseconds).toISOString();
  return `${field.sql('t')} < '${field.kind === 'date' ? bound.slice(0, 10) : bound}'::${field.sqlType}`;
}
