import { isA } from '../../moddle/moddle-element.ts';
import type { Step } from '../../steps/step.ts';
import type {
  AutoPlace,
  Canvas,
  CommandStack,
  Create,
  DiagramElement,
  Modeling,
  Point,
  Selection,
} from '../services.ts';
import { InsertStepHandler, type InsertContext } from './insert-step-handler.ts';
import type { StepFactory } from './step-factory.ts';
import { boundaryPosition, nextAfter } from './where.ts';

/** Adds steps: after an element, into the way behind it, onto its border, or where they are dropped. */
export class AddStep {
  static $inject = ['stepFactory', 'create', 'autoPlace', 'modeling', 'canvas', 'selection', 'commandStack'];
  private readonly factory: StepFactory;
  private readonly create: Create;
  private readonly autoPlace: AutoPlace;
  private readonly modeling: Modeling;
  private readonly canvas: Canvas;
  private readonly selection: Selection;
  private readonly commandStack: CommandStack;

  constructor(
    factory: StepFactory,
    create: Create,
    autoPlace: AutoPlace,
    modeling: Modeling,
    canvas: Canvas,
    selection: Selection,
    commandStack: CommandStack,
  ) {
    this.factory = factory;
    this.create = create;
    this.autoPlace = autoPlace;
    this.modeling = modeling;
    this.canvas = canvas;
    this.selection = selection;
    this.commandStack = commandStack;
    commandStack.registerHandler('relata.insert-step', InsertStepHandler);
  }

  /** The dragged step follows the pointer and is dropped by it. */
  drag(event: Event, step: Step): void {
    this.create.start(event, this.factory.shape(step));
  }

  /**
   * After the selected element, else at the end of the flow. False when the step has no place there: a
   * deadline needs a step whose border it sits on.
   */
  append(step: Step, after?: DiagramElement): boolean {
    const source = after ?? this.source();
    const added = step.shape.isBoundary ? this.attach(step, source) : this.place(step, source);
    if (added) {
      this.selection.select(added);
      this.canvas.scrollToElement(added, 80);
    }
    return added !== undefined;
  }

  private attach(step: Step, host: DiagramElement | undefined): DiagramElement | undefined {
    if (!host || !isA(host.businessObject, 'bpmn:Activity')) return undefined;
    return this.modeling.createShape(this.factory.shape(step), boundaryPosition(host), host, {
      attach: true,
    });
  }

  private place(step: Step, source: DiagramElement | undefined): DiagramElement | undefined {
    const shape = this.factory.shape(step);
    if (!source || isA(source.businessObject, 'bpmn:EndEvent')) {
      return this.modeling.createShape(shape, this.middle(), this.canvas.getRootElement());
    }
    const way = source.waypoints ? source : nextAfter(source);
    if (way && step.shape.type !== 'bpmn:EndEvent') return this.insert(shape, way);
    return this.autoPlace.append(source, shape);
  }

  private insert(shape: DiagramElement, way: DiagramElement): DiagramElement | undefined {
    const context: InsertContext = { shape, way };
    this.commandStack.execute('relata.insert-step', context);
    return context.added;
  }

  /** The one selected element, else the last step that leads nowhere or into the end. */
  private source(): DiagramElement | undefined {
    const selected = this.selection.get();
    if (selected.length === 1) return selected[0]?.labelTarget ?? selected[0];
    const nodes = (this.canvas.getRootElement().children ?? []).filter(
      (child) => isA(child.businessObject, 'bpmn:FlowNode') && !child.labelTarget,
    );
    const last = (test: (node: DiagramElement) => boolean): DiagramElement | undefined =>
      nodes.filter(test).sort((a, b) => b.x - a.x)[0];
    const isEnd = (node: DiagramElement | undefined): boolean =>
      node !== undefined && isA(node.businessObject, 'bpmn:EndEvent');
    return (
      last((node) => !isEnd(node) && (node.outgoing ?? []).length === 0) ??
      last((node) => (node.outgoing ?? []).some((way) => isEnd(way.target)))
    );
  }

  private middle(): Point {
    const { x, y, width, height } = this.canvas.viewbox();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  }
}
