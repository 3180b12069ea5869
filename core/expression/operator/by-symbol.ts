import { add, divide, multiply, remainder, subtract } from './arithmetic.ts';
import { concatenate } from './concatenate.ts';
import { equal, includes, unequal } from './equality.ts';
import type { Operator } from './operator.ts';
import { greater, greaterOrEqual, less, lessOrEqual } from './ordering.ts';

/** Operators that take both sides evaluated; `and`, `or` and `..` are not among them. */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ['+', add],
  ['-', subtract],
  ['*', multiply],
  ['/', divide],
  ['%', remainder],
  ['=', equal],
  ['!=', unequal],
  ['<', less],
  ['<=', lessOrEqual],
  ['>', greater],
  ['>=', greaterOrEqual],
  ['&', concatenate],
  ['in', includes],
]);
