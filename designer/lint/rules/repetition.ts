import { isMadeElsewhere } from '../../moddle/made-elsewhere.ts';
import { childOf, isA, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { isRepeatable, loopOf } from '../../moddle/repetition.ts';
import type { LintRule } from '../finding.ts';

/** A repeated step says over what, or until when. */
export const repetition: LintRule = {
  check(element) {
    const loop = isRepeatable(element) ? loopOf(element) : undefined;
    if (!loop || isMadeElsewhere(loop)) return [];
    if (isA(loop, 'bpmn:StandardLoopCharacteristics'))
      return endsSomeTime(loop) ? [] : [{ code: 'loop-endless', severity: 'error' }];
    return isOverSomething(loop) ? [] : [{ code: 'list-missing', severity: 'error' }];
  },
};

const endsSomeTime = (loop: ModdleElement): boolean =>
  textOf(childOf(loop, 'loopCondition'), 'body').trim() !== '' || textOf(loop, 'loopMaximum') !== '';

const isOverSomething = (loop: ModdleElement): boolean =>
  textOf(loop, 'relata:collection').trim() !== '' ||
  childOf(loop, 'loopCardinality') !== undefined ||
  childOf(loop, 'loopDataInputRef') !== undefined;
