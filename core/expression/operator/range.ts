import { raise } from '../expression-error.ts';
import type { Meter } from '../limits.ts';
import { Sequence, typeName } from '../value.ts';

/** `a..b`, both whole numbers, both included; missing when a side is missing or the first is larger. */
export function range(from: unknown, to: unknown, meter: Meter): unknown {
  checkWhole('left', from);
  checkWhole('right', to);
  if (from === undefined || to === undefined || Number(from) > Number(to)) return undefined;
  meter.size(Number(to) - Number(from) + 1);
  const numbers = new Sequence();
  for (let number = Number(from); number <= Number(to); number++) numbers.push(number);
  return numbers;
}

function checkWhole(side: string, value: unknown): void {
  if (value === undefined || Number.isInteger(value)) return;
  raise('expression.not-number', { operator: '..', side, found: typeName(value) });
}
