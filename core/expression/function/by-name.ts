import { aggregates } from './aggregate.ts';
import type { BuiltIn } from './built-in.ts';
import { calendar } from './calendar.ts';
import { higherOrder } from './higher-order.ts';
import { listing } from './listing.ts';
import { logic } from './logic.ts';
import { matching } from './matching.ts';
import { numeric } from './numeric.ts';
import { objects } from './objects.ts';
import { relata } from './relata.ts';
import { replacing } from './replacing.ts';
import { textual } from './textual.ts';
import { urls } from './url.ts';

const families = [
  aggregates,
  calendar,
  higherOrder,
  listing,
  logic,
  matching,
  numeric,
  objects,
  relata,
  replacing,
  textual,
  urls,
];

/** Functions that closures call. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  families.flatMap((family) => Object.entries(family)),
);

/** Known to jsonata alone; an expression that uses one is not synchronous. */
export const isolatedFunctions: ReadonlySet<string> = new Set([
  'formatNumber',
  'formatInteger',
  'parseInteger',
  'random',
  'shuffle',
]);

/** Those that Relata adds or gives its own meaning: the isolated interpreter gets them from here. */
export const relataFunctions: ReadonlySet<string> = new Set([
  ...Object.keys(relata),
  'days',
  'addDays',
  'addMonths',
  'months',
  'now',
  'millis',
  'today',
]);

export const isBuiltIn = (name: string): boolean =>
  builtIns.has(name) || isolatedFunctions.has(name) || name === 'eval' || name === '$' || name === '';
