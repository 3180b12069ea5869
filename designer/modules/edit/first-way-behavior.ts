import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';
import { childOf, isA } from '../../moddle/moddle-element.ts';
import type { DiagramElement, EventBus, Modeling } from '../services.ts';

/**
 * A second way out of a decision makes the first, as long as it has no condition, the way for everything else:
 * what is drawn stays a flow that runs.
 */
export class FirstWayBehavior extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling'];

  constructor(eventBus: EventBus, modeling: Modeling) {
    super(eventBus);
    this.postExecuted('connection.create', ({ context }) => {
      const { source } = context as { source?: DiagramElement }; // The command's own context.
      if (!source || !isA(source.businessObject, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) return;
      const [first, second, ...more] = source.outgoing ?? [];
      const isDecided = childOf(source.businessObject, 'default') !== undefined;
      if (!first || !second || more.length > 0 || isDecided) return;
      if (childOf(first.businessObject, 'conditionExpression')) return;
      modeling.updateProperties(source, { default: first.businessObject });
    });
  }
}
