import type { TimerDefinition } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { expressionIn } from '../source.ts';
import type { Source } from '../source.ts';
import { calendarOf } from './calendar.ts';

/** Exactly one of date, duration and cycle. */
export const readTimer = (
  { findings }: Reading,
  source: Source,
  definition: Source,
): TimerDefinition | undefined => {
  const found = (['date', 'duration', 'cycle'] as const).flatMap((type) => {
    const value = expressionIn(definition, `time${type[0]!.toUpperCase()}${type.slice(1)}`);
    return value === undefined ? [] : [{ type, text: value }];
  });
  if (found.length !== 1) findings.add('timer-missing', source);
  const calendar = calendarOf(definition, source);
  return found[0] && (calendar === undefined ? found[0] : { ...found[0], calendar });
};
