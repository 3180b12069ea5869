import type { ModdleElement } from '../../moddle/moddle-element.ts';
import type { DiagramElement, Modeling } from '../services.ts';

export interface Change {
  element: DiagramElement;
  part: ModdleElement;
  properties: Record<string, unknown>;
}

/** Composes changes: each is a command of its own that this one undoes and redoes with it. */
export class ChangeManyHandler {
  static $inject = ['modeling'];
  private readonly modeling: Modeling;

  constructor(modeling: Modeling) {
    this.modeling = modeling;
  }

  preExecute(context: { changes: Change[] }): void {
    for (const { element, part, properties } of context.changes) {
      this.modeling.updateModdleProperties(element, part, properties);
    }
  }
}
