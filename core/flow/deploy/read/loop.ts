import type { EventDefinition, FlowNode, MultiInstance, StandardLoop } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { definitionsOf, expressionIn, many, one, text, typeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { readDefinition } from './event.ts';

/** How often an activity is done, and how many tokens it takes and gives. */
export const readLoop = (reading: Reading, source: Source, node: FlowNode): void => {
  const loop = one(source, 'loopCharacteristics');
  if (loop !== undefined)
    node.loop =
      typeOf(loop) === 'standardLoopCharacteristics'
        ? readStandard(reading, source, loop)
        : readMulti(reading, source, loop);
  for (const quantity of ['startQuantity', 'completionQuantity'] as const) {
    const number = countIn(reading, source, { of: source, attribute: quantity, least: 1 }) ?? 1;
    if (number > 1) node[quantity] = number;
  }
};

const readStandard = (reading: Reading, source: Source, loop: Source): StandardLoop => {
  const read: StandardLoop = { kind: 'standard', testBefore: loop.get('testBefore') === true };
  const maximum = countIn(reading, source, { of: loop, attribute: 'loopMaximum', least: 0 });
  const condition = expressionIn(loop, 'loopCondition');
  if (maximum !== undefined) read.maximum = maximum;
  if (condition !== undefined) read.condition = condition;
  return read;
};

const readMulti = (reading: Reading, source: Source, loop: Source): MultiInstance => {
  const read: MultiInstance = {
    kind: 'multi',
    isSequential: loop.get('isSequential') === true,
    behavior: behaviorOf(loop),
  };
  const texts = {
    cardinality: expressionIn(loop, 'loopCardinality'),
    collection: text(loop, 'collection') ?? nameOf(one(loop, 'loopDataInputRef')),
    elementVariable: text(loop, 'elementVariable') ?? nameOf(one(loop, 'inputDataItem')),
    completionCondition: expressionIn(loop, 'completionCondition'),
    outputCollection: text(loop, 'outputCollection') ?? nameOf(one(loop, 'loopDataOutputRef')),
    outputElement: text(loop, 'outputElement') ?? nameOf(one(loop, 'outputDataItem')),
  };
  for (const [name, value] of Object.entries(texts))
    if (value !== undefined) Object.assign(read, { [name]: value });
  return Object.assign(read, readThrown(reading, source, loop));
};

const readThrown = (reading: Reading, source: Source, loop: Source): Partial<MultiInstance> => {
  const eventOf = (definition: Source | undefined): EventDefinition | undefined =>
    definition && readDefinition(reading, source, definition);
  const behavior = behaviorOf(loop);
  const event =
    behavior === 'one' || behavior === 'none' ? eventOf(one(loop, `${behavior}BehaviorEventRef`)) : undefined;
  if (behavior === 'one') return event === undefined ? {} : { oneEvent: event };
  if (behavior === 'none') return event === undefined ? {} : { noneEvent: event };
  if (behavior === 'all') return {};
  const complex = many(loop, 'complexBehaviorDefinition').flatMap((each) => {
    const condition = expressionIn(each, 'condition');
    const thrown = one(each, 'event');
    const event = thrown && eventOf(definitionsOf(thrown)[0]);
    return condition === undefined || event === undefined ? [] : [{ condition, event }];
  });
  return { complex };
};

const behaviorOf = (loop: Source): MultiInstance['behavior'] => {
  const value = (text(loop, 'behavior') ?? 'All').toLowerCase();
  return value === 'none' || value === 'one' || value === 'complex' ? value : 'all';
};

/** Data is known by its name; a file that gives it none means its id. */
const nameOf = (data: Source | undefined): string | undefined => data && (data.name ?? data.id);

interface Counted {
  of: Source;
  attribute: string;
  least: number;
}

const countIn = (
  { findings }: Reading,
  source: Source,
  { of, attribute, least }: Counted,
): number | undefined => {
  const value = text(of, attribute);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= mostTokens) return number;
  return findings.add('attribute-invalid', source, { attribute, value, wanted: `${least} … ${mostTokens}` });
};

/** More by one number in a file is a slip of the keyboard. */
const mostTokens = 100_000;
