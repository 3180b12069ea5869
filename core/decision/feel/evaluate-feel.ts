/** FEEL by its interpreter, with the clock of whoever asks. */
import { dateAndTime, evaluate, parseDate, unaryTest } from 'feelin';
import { DecisionError } from '../decision-error.ts';

export type FeelContext = Record<string, unknown>;

/** `now()` and `today()` are those of the step: an evaluation done again gives the same. */
export function withClock(context: FeelContext, now: number, timeZone: string): FeelContext {
  const instant = new Date(now).toISOString();
  return {
    ...context,
    now: () => dateAndTime(instant),
    today: () => parseDate(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)),
  };
}

export const evaluateFeel = (text: string, context: FeelContext): unknown =>
  told(text, () => evaluate(text, context).value);

/** Whether the tests hold for the value; what cannot be compared does not hold. */
export const testFeel = (text: string, value: unknown, context: FeelContext): boolean =>
  told(text, () => unaryTest(text, { ...context, '?': value }).value) === true;

function told<Result>(text: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof DecisionError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new DecisionError('decision.cell-failed', {
      text: text.slice(0, 200),
      detail: detail.slice(0, 200),
    });
  }
}
