/**
 * A process of its own that applies one change of a definition, and dies by SIGKILL at one of its statements: before it
 * is sent, or while the database works on it.
 * `node change-process.ts <database url> <change as JSON> <what the statement contains> <before|during>`
 */
import postgres from 'postgres';
import { createDefinitions, type EntityDefinition } from '../../core/entity/index.ts';
import { catalogueOf } from '../support/definitions-of.ts';
import { declared } from './change-entities.ts';

const [, , url, change, statement, moment] = process.argv;
const die = (): boolean => process.kill(process.pid, 'SIGKILL');

let isArmed = false;
const sql = postgres(url!, {
  max: 6,
  onnotice: () => {},
  debug: (_connection, query) => {
    if (!isArmed || !query.includes(statement!)) return;
    if (moment === 'before') die();
    setTimeout(die, 3);
  },
});

let all: readonly EntityDefinition[] = declared;
const catalogue = {
  version: 1,
  entities: () => [...all],
  hasEntity: (id: string) => all.some((one) => one.id === id),
  replace: (next: readonly EntityDefinition[]) => void (all = next),
};
const definitions = createDefinitions({ sql, registry: catalogueOf({ catalogue }, declared) });
await definitions.start();
isArmed = true;
// The cast: only the test starts this file, with a change.
await definitions.apply(JSON.parse(change!) as Parameters<typeof definitions.apply>[0], 'system');
process.exit(0);
