import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';
import { childOf, idOf } from '../../moddle/moddle-element.ts';
import type { DiagramElement, ElementRegistry, EventBus, Modeling } from '../services.ts';

/** The way for everything else has no condition: making a way the default takes its condition off. */
export class DefaultWayBehavior extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling', 'elementRegistry'];

  constructor(eventBus: EventBus, modeling: Modeling, elementRegistry: ElementRegistry) {
    super(eventBus);
    this.postExecuted('element.updateProperties', ({ context }) => {
      const { element, properties } = context as PropertiesContext; // The command's own context.
      if (!properties['default']) return;
      const way = elementRegistry.get(idOf(childOf(element.businessObject, 'default')));
      if (way && childOf(way.businessObject, 'conditionExpression')) {
        modeling.updateProperties(way, { conditionExpression: undefined });
      }
    });
  }
}

interface PropertiesContext {
  element: DiagramElement;
  properties: Record<string, unknown>;
}
