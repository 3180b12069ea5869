import { formal } from './formal.ts';
import {
  childOf,
  childrenOf,
  isA,
  nameOf,
  textOf,
  type CreateElement,
  type ModdleElement,
} from './moddle-element.ts';
import type { RootElements } from './root-elements.ts';

export const behaviors = ['All', 'None', 'One', 'Complex'] as const;
/** When the items of a repeated activity tell that they are done: never, each, the first, or by conditions. */
export type Behavior = (typeof behaviors)[number];

export interface ThrownSignal {
  condition: string;
  signal: string;
}

export const readBehavior = (loop: ModdleElement): Behavior =>
  behaviors.find((each) => each === textOf(loop, 'behavior')) ?? 'All';

/** The name of the signal; empty for that of the activity's id; null for an event of another kind. */
export const readThrown = (loop: ModdleElement, behavior: Behavior): string | null => {
  if (behavior !== 'None' && behavior !== 'One') return '';
  const event = childOf(loop, `${behavior.toLowerCase()}BehaviorEventRef`);
  return event ? signalOf(event) : '';
};

/** What `One` and `None` throw: a reference to an event definition at the top of the file. */
export const writeThrown = (input: Written & { behavior: Behavior; signal: string }) => {
  const { create, roots, behavior, signal } = input;
  const name = signal.trim();
  const property = `${behavior.toLowerCase()}BehaviorEventRef`;
  if (!name) return { [property]: undefined };
  const signalRef = roots.root('bpmn:Signal', name);
  const said = roots.find(
    (root) => isA(root, 'bpmn:SignalEventDefinition') && childOf(root, 'signalRef') === signalRef,
  );
  return { [property]: said ?? roots.add(create('bpmn:SignalEventDefinition', { signalRef })) };
};

/** Null when something other than signals is thrown. */
export const readComplex = (loop: ModdleElement): ThrownSignal[] | null => {
  const read = childrenOf(loop, 'complexBehaviorDefinition').map((each) => {
    const definitions = childrenOf(childOf(each, 'event'), 'eventDefinitions');
    const signal = definitions.length === 1 && definitions[0] ? signalOf(definitions[0]) : null;
    return signal === null ? null : { condition: textOf(childOf(each, 'condition'), 'body'), signal };
  });
  return read.every((each) => each !== null) ? read : null;
};

export const writeComplex = (input: Written & { loop: ModdleElement; thrown: readonly ThrownSignal[] }) => {
  const { create, roots, loop, thrown } = input;
  const complexBehaviorDefinition = thrown.map(({ condition, signal }) => {
    const made = create('bpmn:ComplexBehaviorDefinition');
    made.$parent = loop;
    const definition = create('bpmn:SignalEventDefinition', {
      signalRef: roots.root('bpmn:Signal', signal.trim()),
    });
    const event = create('bpmn:ImplicitThrowEvent', { eventDefinitions: [definition] });
    definition.$parent = event;
    event.$parent = made;
    made.set('condition', formal(create, made, condition));
    made.set('event', event);
    return made;
  });
  return { complexBehaviorDefinition };
};

interface Written {
  create: CreateElement;
  roots: RootElements;
}

const signalOf = (definition: ModdleElement): string | null =>
  isA(definition, 'bpmn:SignalEventDefinition') ? nameOf(childOf(definition, 'signalRef')) : null;
