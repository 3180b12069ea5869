import type { Access } from '../../access/access.ts';
import type { Models } from '../models.ts';
import type { People } from './people.ts';

/** What every question about records needs. */
export interface QueryContext {
  access: Access;
  models: Models;
  people: People;
  /** Milliseconds since 1970, and the company's zone: what `$now()` and `$today()` are in formulas. */
  now(): number;
  timeZone(): string;
}
