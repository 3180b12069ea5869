import { timerProperties, type TimerSource } from '../timer/timer.ts';
import { childOf, textOf, type ModdleElement } from './moddle-element.ts';

/** The first of the three places of a timer definition that is filled. */
export const timerSource = (definition: ModdleElement): TimerSource | undefined => {
  for (const property of timerProperties) {
    const expression = childOf(definition, property);
    if (expression) return { property, source: textOf(expression, 'body') };
  }
  return undefined;
};
