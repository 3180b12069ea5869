import type { Access, Shapes } from '../../access/index.ts';
import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/connect.ts';
import type { Registry } from '../../registry.ts';

/** What the work on roles needs of the rest. */
export interface RolesParts {
  sql: Sql;
  registry: Registry;
  access: Access;
  shapes: Shapes;
  clock: Clock;
}
