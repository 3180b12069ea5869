import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';
import { isA } from '../../moddle/moddle-element.ts';
import type { DiagramElement, EventBus, Modeling } from '../services.ts';

/** Between the words and the line beside them. */
const gap = 6;

/**
 * The way out of an event on a border runs down through the words below it, and takes the clicks on them: they stand
 * beside it. Where somebody put them elsewhere they stay.
 */
export class BorderLabelBehavior extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling'];

  constructor(eventBus: EventBus, modeling: Modeling) {
    super(eventBus);
    this.postExecuted(['connection.create', 'connection.layout'], ({ context }) => {
      const { source } = (context as { connection: DiagramElement }).connection; // The commands' own context.
      const label = source?.labels?.[0];
      if (!source || !label || !isA(source.businessObject, 'bpmn:BoundaryEvent')) return;
      const line = (source.outgoing ?? []).map(downFrom).find((x) => x !== undefined);
      const isCrossed = line !== undefined && label.x < line && line < label.x + label.width;
      if (!isCrossed || label.y < source.y + source.height) return;
      modeling.moveShape(label, { x: Math.round(line - gap - label.width - label.x), y: 0 });
    });
  }
}

/** Where a way leaves straight down. */
function downFrom({ waypoints = [] }: DiagramElement): number | undefined {
  const [from, to] = waypoints;
  return from && to && Math.abs(from.x - to.x) < 1 && to.y > from.y ? from.x : undefined;
}
